package layout

import (
	"fmt"
	"strconv"
	"strings"
)

// directives are what comments asked for the block to come.
type directives struct {
	align   *Align
	tight   bool
	keep    bool
	plain   bool
	carry   bool
	columns []column
}

// A column is a table column's width: points, or a share of what the points leave.
type column struct{ points, share float64 }

func (d directives) alignment(fallback Align) Align {
	if d.align != nil {
		return *d.align
	}
	return fallback
}

// comment gives what stands in an HTML comment, if raw is one.
func comment(raw string) (string, bool) {
	raw = strings.TrimSpace(raw)
	body, ok := strings.CutPrefix(raw, "<!--")
	if !ok {
		return "", false
	}
	body, ok = strings.CutSuffix(body, "-->")
	return strings.TrimSpace(body), ok && !strings.Contains(body, "-->")
}

// obey carries one directive out, or keeps it for the next block.
func (s *setter) obey(d string, f *frame) error {
	name, rest, _ := strings.Cut(d, " ")
	args := strings.Fields(rest)
	if aligns := map[string]Align{"left": Left, "right": Right, "center": Center, "justify": Justify}; len(args) == 0 {
		if a, ok := aligns[name]; ok {
			s.next.align = &a
			return nil
		}
		switch name {
		case "pagebreak":
			s.page = true
			return nil
		case "tight":
			s.next.tight = true
			return nil
		case "keep":
			s.next.keep = true
			return nil
		case "plain":
			s.next.plain = true
			return nil
		case "carry":
			s.next.carry = true
			return nil
		}
	}
	switch {
	case name == "columns" && len(args) > 0:
		return s.columns(args)
	case name == "space" && len(args) == 1:
		return s.room(args[0])
	case name == "signature" && len(args) > 0:
		return s.signature(args, f)
	}
	return fmt.Errorf("directive <!-- %s -->: unknown or ill-formed", d)
}

// room leaves space above the next block.
func (s *setter) room(arg string) error {
	points, err := s.length("space", arg)
	s.after = max(s.after, points)
	return err
}

// length reads a length in points that a page has room for.
func (s *setter) length(name, arg string) (float64, error) {
	points, err := strconv.ParseFloat(arg, 64)
	if err != nil || !(points >= 0 && points <= s.style.Height) {
		return 0, fmt.Errorf("directive %s: %q is no length in points", name, arg)
	}
	return points, nil
}

// signature rules lines to write on by hand, side by side.
func (s *setter) signature(args []string, f *frame) error {
	const (
		tall  = 40 // enough for a hand
		apart = 24
	)
	line := strip{height: tall, glued: true}
	x := f.left
	for _, arg := range args {
		points, err := s.length("signature", arg)
		if err != nil {
			return err
		}
		wide := max(min(points, f.left+f.width-x), 0)
		line.rules = append(line.rules, Rule{X: round(x), Y: tall - 4, W: round(wide), H: 0.6})
		x += wide + apart
	}
	s.add([]strip{line}, TextStyle{})
	s.glue = true
	return nil
}

// columns reads widths: "60" is points, "*" one share, "2*" two.
func (s *setter) columns(args []string) error {
	s.next.columns = nil
	for _, arg := range args {
		number, isShare := strings.CutSuffix(arg, "*")
		if isShare && number == "" {
			number = "1"
		}
		v, err := strconv.ParseFloat(number, 64)
		if err != nil || !(v > 0 && v < 10000) {
			return fmt.Errorf("directive columns: %q is no width", arg)
		}
		c := column{points: v}
		if isShare {
			c = column{share: v}
		}
		s.next.columns = append(s.next.columns, c)
	}
	return nil
}
