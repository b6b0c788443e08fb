package layout

// The rules of a table, in points.
const (
	headRule = 0.8
	hairline = 0.3
	hairGray = 0.45
)

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
		g.hold(lines, header, i == 0, room)
		out = append(out, lines...)
	}
	return out
}

// hold says where a page may end in a row's lines, and gives them the header to repeat.
func (g *grid) hold(lines, header []strip, first bool, room float64) {
	tall := heightOf(lines)+heightOf(header) > room
	for j := range lines {
		lines[j].glued = j > 0 && !tall || j == 0 && first && header != nil
		if heightOf(header) < room/2 && (j > 0 || !first) {
			lines[j].head = header
		}
	}
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
		m := measure{set: s.set, dir: toward(c), width: g.cols[i] - g.padL - g.padR, align: g.align[i]}
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
