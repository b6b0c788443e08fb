package layout

import (
	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"
)

// A grid is a table being set.
type grid struct {
	plain bool
	style TextStyle
	padL  float64 // at the left of a cell's text
	padR  float64
	padY  float64
	left  float64
	cols  []float64 // widths with padding
	align []Align
}

// A cell is one cell's words.
type cell []word

// table sets a table: columns first, then row by row.
func (s *setter) table(n *extension.Table, f *frame) error {
	g := &grid{plain: s.next.plain, style: s.style.Table, padL: 5, padR: 5, padY: 3.2, left: f.left}
	if g.plain {
		g.padL, g.padR, g.padY = 0, 10, 0
		g.style.Size, g.style.Leading = s.style.Body.Size, s.style.Body.Leading
	}
	for _, a := range n.Alignments {
		g.align = append(g.align, alignOf(a))
	}
	head, rows, err := s.cells(n, g.style)
	if err != nil {
		return err
	}
	if g.cols, err = g.widths(append([][]cell{head}, rows...), f.width, s.next.columns); err != nil {
		return err
	}
	block := g.rows(s, head, rows)
	if len(block) > 0 {
		f.take().draw(&block[0], s.baseline(g.style)+g.padY)
	}
	s.add(block, g.style)
	return nil
}

func alignOf(a extension.Alignment) Align {
	switch a {
	case extension.AlignRight:
		return Right
	case extension.AlignCenter:
		return Center
	}
	return Left
}

// cells measures all cells; head is nil where every header cell is empty.
func (s *setter) cells(n *extension.Table, style TextStyle) (head []cell, rows [][]cell, err error) {
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		look := style
		_, isHead := row.(*extension.TableHeader)
		if isHead {
			look.Face = style.Face.With(true, false)
		}
		cells, empty, err := s.row(row, look)
		switch {
		case err != nil:
			return nil, nil, err
		case !isHead:
			rows = append(rows, cells)
		case !empty:
			head = cells
		}
	}
	return head, rows, nil
}

func (s *setter) row(n ast.Node, style TextStyle) (cells []cell, empty bool, err error) {
	empty = true
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		spans, err := s.spans(c, style)
		if err != nil {
			return nil, false, err
		}
		words, err := s.words(spans)
		if err != nil {
			return nil, false, err
		}
		empty = empty && len(words) == 0
		cells = append(cells, words)
	}
	return cells, empty, nil
}
