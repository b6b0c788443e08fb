package layout

import (
	"fmt"
	"slices"
	"strings"
)

// letterhead sets the firm's name, address and contact line, centred over a rule, as the first strips of page 1.
func (s *setter) letterhead() error {
	head, style := s.style.Letterhead, s.style.Body
	name := TextStyle{Face: style.Face.With(true, false), Size: 17, Leading: 22, Align: Center}
	small := TextStyle{Face: style.Face, Size: 9.5, Leading: 12.5, Align: Center, Gray: 0.15}
	var out []strip
	for _, line := range []struct {
		text  string
		style TextStyle
	}{{head.Name, name}, {joined(head.Lines), small}, {head.Contact, small}} {
		set, err := s.plain(line.text, line.style)
		if err != nil {
			return err
		}
		out = append(out, set...)
	}
	if len(out) == 0 {
		return nil
	}
	for i := range out {
		out[i].glued = i > 0
	}
	m := s.style.Margins
	rule := Rule{X: m.Left, Y: 6, W: round(s.style.Width - m.Left - m.Right), H: 0.75}
	s.add(append(out, strip{height: 7, rules: []Rule{rule}, glued: true}), TextStyle{After: 20})
	return nil
}

// joined puts dots between the lines that say something.
func joined(lines []string) string {
	said := slices.DeleteFunc(slices.Clone(lines), func(s string) bool { return strings.TrimSpace(s) == "" })
	return strings.Join(said, " · ")
}

// plain sets text that is no Markdown over the whole width.
func (s *setter) plain(text string, style TextStyle) ([]strip, error) {
	if strings.TrimSpace(text) == "" {
		return nil, nil
	}
	m := s.style.Margins
	f := &frame{left: m.Left, width: s.style.Width - m.Left - m.Right}
	return s.lines([]span{{text: text, face: style.Face, size: style.Size, gray: style.Gray}}, f, style)
}

// running sets the head of a page after the first: the short title at the left, the page number at the right. A
// long title is cut to one line.
func (s *setter) running(page *Page, number int) error {
	if number == 1 || s.style.Running == "" {
		return nil
	}
	style := TextStyle{Face: s.style.Body.Face, Size: 9.5, Leading: 12, Gray: 0.15}
	top := s.style.Margins.Top - 32
	right := style
	right.Align = Right
	folio, err := s.plain(fmt.Sprintf("Page %d", number), right)
	if err != nil {
		return err
	}
	m := s.style.Margins
	f := &frame{left: m.Left, width: s.style.Width - m.Left - m.Right - 60}
	title, err := s.lines([]span{{text: s.style.Running, face: style.Face, size: style.Size, gray: style.Gray}}, f, style)
	if err != nil || len(title) == 0 {
		return err
	}
	page.put(title[0], top)
	page.put(folio[0], top)
	page.Rules = append(page.Rules, Rule{X: m.Left, Y: round(top + 15), W: round(s.style.Width - m.Left - m.Right), H: 0.4, Gray: 0.3})
	return nil
}
