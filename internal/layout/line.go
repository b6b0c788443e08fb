package layout

import (
	"strings"

	"parolepack/internal/font"
)

// A pen sets the words of one line into runs and links. Coordinates are relative to the top of the line's strip.
type pen struct {
	fonts       *font.Set
	dir         font.Direction
	x, baseline float64
	top, height float64 // of link areas
	space       float64 // added to each word space
	runs        []Run
	links       []Link
	last        part // what the open run is made of
	end         float64
}

// set places a line that starts at x.
func (p *pen) set(line []word) {
	if !p.mixed(line) {
		p.ahead(line)
	}
	for i := range p.runs {
		p.runs[i].X, p.runs[i].Y = round(p.runs[i].X), round(p.runs[i].Y)
		p.runs[i].Width, p.runs[i].Space = round(p.runs[i].Width), round(p.runs[i].Space)
	}
	for i := range p.links {
		p.links[i].X, p.links[i].W = round(p.links[i].X), round(p.links[i].W)
	}
}

// ahead places the words from left to right.
func (p *pen) ahead(line []word) {
	for i, w := range line {
		for _, part := range w.parts {
			p.put(part)
		}
		if i < len(line)-1 && w.glue.text != "" {
			p.gap(w.glue, line[i+1])
		}
	}
}

// put adds text to the open run, or starts a new run where the look changes.
func (p *pen) put(w part) {
	w.width += p.space * float64(strings.Count(w.text, noBreak))
	n := len(p.runs)
	if n > 0 && alike(p.last, w) && p.x-p.end < tolerance {
		p.runs[n-1].Text += w.text
		p.runs[n-1].Width += w.width
	} else {
		p.runs = append(p.runs, Run{
			X: p.x, Y: p.baseline, Face: w.face.ID(), Size: w.size, Text: w.text, Width: w.width, Gray: w.gray, Space: p.space,
			RightToLeft: w.rtl,
		})
	}
	p.touch(w.link, w.width)
	p.x += w.width
	p.end, p.last = p.x, w
}

// gap moves over a word space. It becomes part of the run where the text before and after it has its look.
func (p *pen) gap(glue part, next word) {
	width := glue.width + p.space
	if len(next.parts) > 0 && alike(p.last, glue) && alike(glue, next.parts[0]) && len(p.runs) > 0 {
		run := &p.runs[len(p.runs)-1]
		run.Text += " "
		run.Width += width
		p.end = p.x + width
	}
	if len(p.links) > 0 && glue.link != "" {
		p.touch(glue.link, width)
	}
	p.x += width
}

// touch lets the link area grow, or starts a new one.
func (p *pen) touch(target string, width float64) {
	if target == "" {
		return
	}
	if n := len(p.links); n > 0 && p.links[n-1].Target == target && p.x-p.links[n-1].X-p.links[n-1].W < tolerance {
		p.links[n-1].W = p.x + width - p.links[n-1].X
		return
	}
	p.links = append(p.links, Link{X: p.x, Y: p.top, W: width, H: p.height, Target: target})
}

// place sets one line of a block into a strip.
func (m measure) place(s *setter, line []word, left float64, style TextStyle, last bool) strip {
	width, _, spaces := size(line)
	space := m.spread(line, last)
	width += space * float64(spaces)
	x := left
	switch m.align {
	case Right:
		x += m.width - width
	case Center:
		x += (m.width - width) / 2
	}
	p := pen{fonts: m.set, dir: m.dir, x: x, baseline: s.baseline(style), height: style.Leading, space: space}
	p.set(line)
	for i := range p.runs {
		if !spaced(p.runs[i].Text) {
			p.runs[i].Space = 0
		}
	}
	return strip{height: style.Leading, runs: p.runs, links: p.links}
}

// spaced tells whether a run has a space that could be spread.
func spaced(text string) bool { return strings.ContainsAny(text, " "+noBreak) }
