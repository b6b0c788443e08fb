package main

import (
	"fmt"

	"parolepack/internal/font"
	"parolepack/internal/layout"
)

// Papers in points: US Letter, and A4 of ISO 216.
const (
	letterWidth, letterHeight = 612, 792
	a4Width, a4Height         = 595.276, 841.89
)

// letter is a letter on somebody's paper, or on plain paper.
func letter(d document) layout.Style {
	style := layout.LetterStyle(layout.Letterhead{Name: d.Head.Name, Lines: d.Head.Lines, Contact: d.Head.Contact})
	style.Running = d.Running
	if d.Sans {
		style.Body = layout.TextStyle{Face: font.Sans, Size: 10.5, Leading: 14.5, Before: 9, After: 9}
		style.Table = layout.TextStyle{Face: font.Sans, Size: 10, Leading: 13, Before: 9, After: 9}
		style.Headings[0].Face = font.SansBold
	}
	return style
}

// record sets tables in sans on paper of a size: returns, statements, reports.
func record(width, height float64) layout.Style {
	style := layout.SheetStyle()
	style.Width, style.Height = width, height
	style.Body.Face, style.Table.Face = font.Sans, font.Sans
	style.Body.Size, style.Table.Size = 10, 9.5
	for i := range style.Headings {
		style.Headings[i].Face = font.SansBold
	}
	return style
}

// contract is a contract on A4, which has to be fitted to Letter.
func contract() layout.Style {
	style := layout.SheetStyle()
	style.Width, style.Height = a4Width, a4Height
	style.Margins = layout.Margins{Top: 64, Right: 70, Bottom: 64, Left: 70}
	style.Body.Align = layout.Justify
	style.Body.Size, style.Body.Leading = 13, 18.5
	style.Headings[0].Align = layout.Center
	return style
}

// extract is a certificate or an extract of a register, in a double frame.
func extract() layout.Style {
	style := layout.SheetStyle()
	style.Margins = layout.Margins{Top: 96, Right: 96, Bottom: 96, Left: 96}
	style.FirstTop = style.Margins.Top
	style.Body.Size, style.Body.Leading = 13, 18
	style.Table.Size, style.Table.Leading = 13, 24
	style.Headings[0].Align = layout.Center
	return style
}

// pleading is a paper of a court: lines on a fixed grid, numbered in the margin.
func pleading() layout.Style {
	style := layout.SheetStyle()
	style.Margins = layout.Margins{Top: 72, Right: 50, Bottom: 72, Left: 96}
	style.FirstTop = style.Margins.Top
	style.Body = layout.TextStyle{Face: font.Serif, Size: 12, Leading: 24, Before: 0, After: 0}
	style.Table = layout.TextStyle{Face: font.Serif, Size: 12, Leading: 18, Before: 6, After: 6}
	style.Headings[0] = layout.TextStyle{Face: font.SerifBold, Size: 12, Leading: 24, Align: layout.Center}
	return style
}

// ruled draws the margins of a court's paper and numbers its lines.
func ruled(p *layout.Page) {
	for _, x := range []float64{80, 83, p.Width - 42} {
		p.Rules = append(p.Rules, layout.Rule{X: x, Y: 0, W: 0.7, H: p.Height})
	}
	for n := 1; n <= 27; n++ {
		p.Runs = append(p.Runs, layout.Run{X: 58, Y: 72 + float64(n)*24 - 7, Face: font.Serif, Size: 12, Text: fmt.Sprint(n)})
	}
}

// clipping is an article cut from a newspaper: one narrow column below its name.
func clipping() layout.Style {
	style := layout.SheetStyle()
	style.Margins = layout.Margins{Top: 90, Right: 150, Bottom: 90, Left: 150}
	style.FirstTop = style.Margins.Top
	style.Body = layout.TextStyle{Face: font.Serif, Size: 11, Leading: 14, Align: layout.Justify, Before: 4, After: 4}
	style.Headings[0] = layout.TextStyle{Face: font.SerifBold, Size: 26, Leading: 34, Align: layout.Center, After: 8}
	style.Headings[1] = layout.TextStyle{Face: font.SerifBold, Size: 18, Leading: 22, Before: 10, After: 6}
	return style
}

// columned rules the edges of a clipping.
func columned(p *layout.Page) {
	for _, x := range []float64{128, p.Width - 129} {
		p.Rules = append(p.Rules, layout.Rule{X: x, Y: 60, W: 0.8, H: p.Height - 120})
	}
}

// frame rules a frame at a distance from the page's edges.
func frame(p *layout.Page, inset, width float64) {
	w, h := p.Width-2*inset, p.Height-2*inset
	p.Rules = append(p.Rules,
		layout.Rule{X: inset, Y: inset, W: w, H: width},
		layout.Rule{X: inset, Y: inset + h - width, W: w, H: width},
		layout.Rule{X: inset, Y: inset, W: width, H: h},
		layout.Rule{X: inset + w - width, Y: inset, W: width, H: h},
	)
}
