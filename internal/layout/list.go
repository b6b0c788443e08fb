package layout

import (
	"strconv"

	"github.com/yuin/goldmark/ast"

	"parolepack/internal/font"
)

// A marker is what stands before a list item's first line.
type marker struct {
	text  string
	x     float64
	width float64
	face  font.ID
	size  float64
}

// draw puts the marker on the baseline of the item's first line. A nil marker draws nothing.
func (m *marker) draw(line *strip, baseline float64) {
	if m == nil {
		return
	}
	run := Run{X: round(m.x), Y: baseline, Face: m.face, Size: m.size, Text: m.text, Width: round(m.width)}
	line.runs = append([]Run{run}, line.runs...)
}

// list sets the items of a list, each behind its marker. Numbers stand right-aligned before the text.
func (s *setter) list(n *ast.List, f frame) error {
	if f.depth >= deepest {
		return ErrDepth
	}
	style, number := s.style.Body, n.Start
	outer := f.take()
	if !f.tight && !s.headed {
		s.after = max(s.after, style.Before)
	}
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		m, err := s.marker(n, number, f)
		if err != nil {
			return err
		}
		inner := frame{left: f.left + s.style.Indent, width: f.width - s.style.Indent, depth: f.depth + 1, tight: n.IsTight, marker: m}
		before := len(s.strips)
		if err := s.item(item, inner); err != nil {
			return err
		}
		if outer != nil && len(s.strips) > before {
			outer.draw(&s.strips[before], s.baseline(style))
			outer = nil
		}
		number++
	}
	if !f.tight {
		s.after = max(s.after, style.After)
	}
	return nil
}

// item sets one list item; an empty one is a line with nothing but its marker.
func (s *setter) item(n ast.Node, f frame) error {
	style := s.style.Body
	if n.FirstChild() == nil {
		line := strip{height: style.Leading}
		f.take().draw(&line, s.baseline(style))
		s.add([]strip{line}, TextStyle{})
		return nil
	}
	return s.blocks(n, f)
}

func (s *setter) marker(n *ast.List, number int, f frame) (*marker, error) {
	style := s.style.Body
	face, err := s.set.Face(style.Face)
	if err != nil {
		return nil, err
	}
	m := &marker{text: "•", face: style.Face, size: style.Size}
	if n.IsOrdered() {
		m.text = strconv.Itoa(number) + string(n.Marker)
	}
	m.width = face.Width(m.text, style.Size)
	m.x = f.left + s.style.Indent - 6 - m.width
	return m, nil
}
