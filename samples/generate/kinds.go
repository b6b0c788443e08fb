package main

import (
	"fmt"

	"parolepack/internal/compose"
	"parolepack/internal/font"
	"parolepack/internal/layout"
)

// A press makes the documents of one sample.
type press struct {
	set *font.Set
	s   *sample
}

// make makes one document of its kind.
func (p *press) make(d document) ([]byte, error) {
	kinds := map[string]func(document) ([]byte, error){
		"passport": p.passport, "card": p.card, "tax-return": p.taxReturn, "picture": p.pictured, "right-to-left": p.rightToLeft,
		"damaged": func(document) ([]byte, error) { return []byte("%PDF-1.4\n% the rest of this file was lost\n"), nil },
	}
	if make, ok := kinds[d.Kind]; ok {
		return make(d)
	}
	style, ok := styleOf(d)
	if !ok {
		return nil, fmt.Errorf("there is no kind %q", d.Kind)
	}
	return p.written(d, style)
}

// styleOf is how a written document is set.
func styleOf(d document) (layout.Style, bool) {
	switch d.Kind {
	case "letter":
		return letter(d), true
	case "record":
		return record(letterWidth, letterHeight), true
	case "extract":
		return extract(), true
	case "contract":
		return contract(), true
	case "pleading":
		return pleading(), true
	case "clipping":
		return clipping(), true
	}
	return layout.Style{}, false
}

// written sets a text as a document, and scans it where the description says so.
func (p *press) written(d document, style layout.Style) ([]byte, error) {
	laid, err := p.lay(d, style)
	if err != nil {
		return nil, err
	}
	for i := range laid {
		switch d.Kind {
		case "extract":
			frame(&laid[i], 54, 2)
			frame(&laid[i], 60, 0.6)
		case "pleading":
			ruled(&laid[i])
		case "clipping":
			columned(&laid[i])
		}
	}
	stamped(&laid[0], d)
	if d.Scan > 0 {
		return p.scanned(laid, d)
	}
	return compose.Draw(laid, p.set)
}

// lay sets a document's text.
func (p *press) lay(d document, style layout.Style) ([]layout.Page, error) {
	markdown, err := p.s.write(d)
	if err != nil {
		return nil, err
	}
	return layout.Lay(p.set, style, markdown)
}

// stamped presses a rubber stamp on a page: lines in a frame at the top right, where the kind of paper leaves room.
func stamped(page *layout.Page, d document) {
	lines := d.Stamp
	if len(lines) == 0 {
		return
	}
	const width, leading = 176, 13
	x, y := page.Width-width-40, 40.0
	switch d.Kind {
	case "letter":
		y = 108
	case "pleading":
		y = 9 // above the court's name
	}
	height := float64(len(lines))*leading + 12
	for _, r := range []layout.Rule{{X: x, Y: y, W: width, H: 1.4}, {X: x, Y: y + height, W: width + 1.4, H: 1.4},
		{X: x, Y: y, W: 1.4, H: height}, {X: x + width, Y: y, W: 1.4, H: height}} {
		r.Gray = 0.35
		page.Rules = append(page.Rules, r)
	}
	for i, line := range lines {
		page.Runs = append(page.Runs, layout.Run{X: x + 10, Y: y + 15 + float64(i)*leading, Face: font.SansBold, Size: 9.5, Text: line, Gray: 0.35})
	}
}
