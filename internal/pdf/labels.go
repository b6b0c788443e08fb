package pdf

import (
	"fmt"
	"strconv"
	"strings"
)

// PageLabels returns the label of every page (ISO 32000-1, 12.4.2): plain
// numbers from 1 where the document gives none.
func (d *Document) PageLabels() ([]string, error) {
	n, err := d.PageCount()
	if err != nil {
		return nil, err
	}
	root, err := d.Root()
	if err != nil {
		return nil, err
	}
	styles := map[int]Dict{}
	err = d.leaves(root["PageLabels"], "Nums", func(k, v Object) {
		if at, ok := k.(Integer); ok && at >= 0 && int64(at) < int64(n) {
			if style, err := d.Dict(v); err == nil {
				styles[int(at)] = style
			}
		}
	})
	if err != nil {
		return nil, fmt.Errorf("page labels: %w", err)
	}
	return d.labels(n, styles)
}

// labels spells out n labels from the styles that begin at page indices.
func (d *Document) labels(n int, styles map[int]Dict) ([]string, error) {
	out := make([]string, n)
	style, prefix, number := Name("D"), "", 1
	for i := range out {
		if s, ok := styles[i]; ok {
			var err error
			if style, prefix, number, err = d.labelStyle(s); err != nil {
				return nil, fmt.Errorf("page labels: %w", err)
			}
		}
		out[i] = prefix + labelNumber(style, number)
		number++
	}
	return out, nil
}

// labelStyle reads a page label dictionary (ISO 32000-1, table 159).
func (d *Document) labelStyle(s Dict) (style Name, prefix string, number int, err error) {
	if style, err = d.Name(s["S"]); err != nil {
		return
	}
	if prefix, err = d.Text(s["P"]); err != nil {
		return
	}
	number, err = d.intOr(s["St"], 1)
	return
}

// labelNumber spells a number in one of the styles; no style gives no number.
func labelNumber(style Name, n int) string {
	switch style {
	case "D":
		return strconv.Itoa(n)
	case "R":
		return roman(n)
	case "r":
		return strings.ToLower(roman(n))
	case "A":
		return letters(n)
	case "a":
		return strings.ToLower(letters(n))
	}
	return ""
}

// roman spells a number below 100000 in Roman numerals.
func roman(n int) string {
	if n < 1 || n >= 100000 {
		return strconv.Itoa(n)
	}
	var out strings.Builder
	for _, r := range []struct {
		value int
		text  string
	}{
		{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"},
		{40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"},
	} {
		for ; n >= r.value; n -= r.value {
			out.WriteString(r.text)
		}
	}
	return out.String()
}

// letters spells a number as A to Z, AA to ZZ and so on.
func letters(n int) string {
	if n < 1 || n > 26*100 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(rune('A'+(n-1)%26)), (n-1)/26+1)
}
