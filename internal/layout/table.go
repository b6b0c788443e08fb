package layout

import (
	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"
)

// The rules of a table, in points.
const (
	headRule = 0.8
	hairline = 0.3
	hairGray = 0.45
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
		g.padL, g.padR, g.padY = 0, 10, 0.6
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

// rows sets the header and all rows. A row is kept on one page unless it is taller than a page; the header
// stays with the first row and is repeated unless it would fill half a page.
func (g *grid) rows(s *setter, head []cell, rows [][]cell) []strip {
	room := s.style.Height - s.style.Margins.Top - s.style.Margins.Bottom
	var out, header []strip
	if head != nil {
		header = g.row(s, head, headRule, 0)
		out = append(out, header...)
		if !g.plain {
			out[0].rules = append(out[0].rules, g.line(0, headRule, 0))
		}
	}
	for i, row := range rows {
		weight, gray := hairline, hairGray
		if i == len(rows)-1 {
			weight, gray = headRule, 0
		}
		lines := g.row(s, row, weight, gray)
		if heightOf(header) < room/2 && i > 0 {
			for j := range lines {
				lines[j].head = header
			}
		}
		for j := range lines {
			tall := heightOf(lines)+heightOf(header) > room
			lines[j].glued = j > 0 && !tall || j == 0 && i == 0 && head != nil
		}
		out = append(out, lines...)
	}
	return out
}

func heightOf(strips []strip) float64 {
	sum := 0.0
	for _, s := range strips {
		sum += s.before + s.height
	}
	return sum
}

// row sets one row as one strip a line of its tallest cell, ruled below.
func (g *grid) row(s *setter, cells []cell, weight, gray float64) []strip {
	out := []strip{{}}
	x := g.left
	for i, c := range cells {
		m := measure{width: g.cols[i] - g.padL - g.padR, align: g.align[i]}
		for j, line := range m.lines(c) {
			for len(out) <= j {
				out = append(out, strip{glued: true})
			}
			set := m.place(s, line, x+g.padL, g.style, true)
			out[j].runs = append(out[j].runs, set.runs...)
			out[j].links = append(out[j].links, set.links...)
		}
		x += g.cols[i]
	}
	for j := range out {
		out[j].height = g.style.Leading
	}
	out[0].lower(g.padY)
	last := &out[len(out)-1]
	last.height = round(last.height + g.padY)
	if !g.plain {
		last.rules = append(last.rules, g.line(last.height, weight, gray))
	}
	return out
}

// lower moves all of a strip down, making it taller.
func (s *strip) lower(by float64) {
	for i := range s.runs {
		s.runs[i].Y = round(s.runs[i].Y + by)
	}
	for i := range s.links {
		s.links[i].Y = round(s.links[i].Y + by)
	}
	s.height = round(s.height + by)
}

// line is a rule over the whole table whose lower edge is at y.
func (g *grid) line(y, weight, gray float64) Rule {
	width := 0.0
	for _, w := range g.cols {
		width += w
	}
	return Rule{X: round(g.left), Y: round(y - weight), W: round(width), H: weight, Gray: gray}
}
