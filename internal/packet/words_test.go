package packet

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"parolepack/internal/catalog"
	"parolepack/internal/pagetext"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
)

// said is a piece of text that a page shows: where it begins, in points from the page's lower left, and what it says.
type said struct {
	x, y float64
	text string
}

// A shown packet is what each of its pages says, page 1 first.
type shown [][]said

// ours reads the pages of the forms and their sheets with our own reader.
func ours(t *testing.T, data []byte, p *plan.Plan) shown {
	t.Helper()
	doc, err := pdf.Open(bytes.NewReader(data), int64(len(data)), pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer doc.Close()
	out := make(shown, p.Pages)
	for i := range p.Parts {
		part := &p.Parts[i]
		if part.Form == nil && part.Sheets == nil {
			continue
		}
		for n := part.First; n < part.First+part.Pages; n++ {
			runs, err := pagetext.Runs(doc, n)
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range runs {
				out[n-1] = append(out[n-1], said{r.X, r.Y, r.Text})
			}
		}
	}
	return out
}

// popplers reads a packet with pdftotext; false where that is not installed.
func popplers(t *testing.T, data []byte) (shown, bool) {
	t.Helper()
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		return nil, false
	}
	file := filepath.Join(t.TempDir(), "packet.pdf")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	listed, err := exec.Command(tool, "-bbox", "-enc", "UTF-8", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return parseWords(t, listed), true
}

// parseWords reads the list that pdftotext -bbox prints: a word with its box, counted from the top. Baselines stand about a
// quarter of a box above its lower edge.
func parseWords(t *testing.T, listed []byte) shown {
	t.Helper()
	var out shown
	var height float64
	d := xml.NewDecoder(bytes.NewReader(listed))
	d.Strict, d.Entity = false, xml.HTMLEntity
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		at := map[string]float64{}
		for _, a := range start.Attr {
			at[a.Name.Local], _ = strconv.ParseFloat(a.Value, 64)
		}
		switch start.Name.Local {
		case "page":
			out, height = append(out, nil), at["height"]
		case "word":
			var text string
			if err := d.DecodeElement(&text, &start); err != nil {
				t.Fatal(err)
			}
			out[len(out)-1] = append(out[len(out)-1], said{at["xMin"], height - 0.75*at["yMax"] - 0.25*at["yMin"], text})
		}
	}
}

// rows are the words of a page or box, line by line from the top.
func rows(pieces []said) [][]string {
	sorted := slices.Clone(pieces)
	slices.SortStableFunc(sorted, func(a, b said) int { return cmp.Compare(b.y, a.y) })
	var out [][]string
	for i := 0; i < len(sorted); {
		end := i + 1
		for end < len(sorted) && sorted[i].y-sorted[end].y < 4 {
			end++
		}
		line := sorted[i:end]
		slices.SortStableFunc(line, func(a, b said) int { return cmp.Compare(a.x, b.x) })
		var words []string
		for _, w := range line {
			words = append(words, strings.Fields(w.text)...)
		}
		if i = end; len(words) > 0 {
			out = append(out, words)
		}
	}
	return out
}

// inBox are the words in a field's box.
func (s shown) inBox(part *plan.Part, f *catalog.Field) []string {
	var in []said
	for _, w := range s[part.First+f.Page-2] {
		if w.x >= f.Rect[0] && w.x < f.Rect[2] && w.y >= f.Rect[1]-4 && w.y < f.Rect[3]-5.5 {
			in = append(in, w)
		}
	}
	return slices.Concat(rows(in)...)
}

// elsewhere are the words that the slots and the continuation sheets of a form have under the field's page, part and item.
func (s shown) elsewhere(p *plan.Plan, part *plan.Part, ed *catalog.Edition, f *catalog.Field) []string {
	number := strconv.Itoa(f.Page)
	var words []string
	for _, slot := range ed.Slots {
		at := func(name string) []string {
			box, _ := ed.Field(name)
			return s.inBox(part, box)
		}
		if reference := slices.Concat(at(slot.Page), at(slot.Part), at(slot.Item)); slices.Equal(reference, []string{number, f.Part(), f.ItemNumber()}) {
			words = append(words, at(slot.Text)...)
		}
	}
	sheets, ok := p.SheetsOf(part.ID)
	if !ok {
		return words
	}
	reference := "Page Number " + number + " · Part Number " + f.Part() + " · Item Number " + f.ItemNumber()
	for n := sheets.First; n < sheets.First+sheets.Pages; n++ {
		words = append(words, onSheet(s[n-1], reference)...)
	}
	return words
}

// onSheet are the words of a sheet under a reference, up to the next one or the lines to sign on.
func onSheet(page []said, reference string) []string {
	var inside []said
	for _, w := range page {
		if w.x > 60 && w.x < 560 { // beyond are the words in the margins
			inside = append(inside, w)
		}
	}
	var words []string
	under := false
	for _, row := range rows(inside) {
		line := strings.Join(row, " ")
		switch {
		case strings.HasPrefix(line, "Page Number "):
			under = line == reference || strings.HasPrefix(line, reference+" · continued")
		case line == "Signature Date (mm/dd/yyyy)":
			return words
		case under:
			words = append(words, row...)
		}
	}
	return words
}
