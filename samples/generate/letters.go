package main

import (
	"parolepack/internal/compose"
	"parolepack/internal/font"
	"parolepack/internal/layout"
)

// A4 paper in points, ISO 216.
const a4Width, a4Height = 595.276, 841.89

// written returns what sets one of the texts as a document.
func written(set *font.Set, name string, style layout.Style) func() ([]byte, error) {
	return func() ([]byte, error) {
		laid, err := pages(set, name, style)
		if err != nil {
			return nil, err
		}
		return compose.Draw(laid, set)
	}
}

// plainLetter is a letter on plain paper.
func plainLetter() layout.Style {
	return layout.LetterStyle(layout.Letterhead{})
}

// hospitalLetter is the paper of the hospital that accepted the child.
func hospitalLetter() layout.Style {
	style := layout.LetterStyle(layout.Letterhead{
		Name: "Maimonides Medical Center", Lines: []string{"Paediatric cardiac surgery", "Brooklyn, New York"},
		Contact: "718-555-0163",
	})
	style.Running = "Nour Haddad: acceptance and estimate"
	return style
}

// fundLetter is the paper of the fund that pays.
func fundLetter() layout.Style {
	return layout.LetterStyle(layout.Letterhead{
		Name: "Gift of Life medical fund", Lines: []string{"350 Seventh Avenue, Suite 900", "New York, NY 10001"},
		Contact: "office@giftoflife.example",
	})
}

// employerLetter is the paper of the supporter's employer, set in sans.
func employerLetter() layout.Style {
	style := layout.LetterStyle(layout.Letterhead{
		Name: "Verrazzano Structures LLC", Lines: []string{"300 Shore Road", "Brooklyn, NY 11209"},
		Contact: "718-555-0120",
	})
	style.Body = layout.TextStyle{Face: font.Sans, Size: 10.5, Leading: 14.5, Before: 9, After: 9}
	style.Table = layout.TextStyle{Face: font.Sans, Size: 10, Leading: 13, Before: 9, After: 9}
	style.Headings[0].Face = font.SansBold
	return style
}

// lease is a contract of several pages on A4, which has to be fitted to Letter.
func lease() layout.Style {
	style := layout.SheetStyle()
	style.Width, style.Height = a4Width, a4Height
	style.Margins = layout.Margins{Top: 64, Right: 70, Bottom: 64, Left: 70}
	style.Body.Align = layout.Justify
	style.Body.Size, style.Body.Leading = 13, 18.5
	style.Headings[0].Align = layout.Center
	return style
}

// births is two extracts of a register, each page in a double frame.
func births(set *font.Set) ([]byte, error) {
	style := layout.SheetStyle()
	style.Margins = layout.Margins{Top: 96, Right: 96, Bottom: 96, Left: 96}
	style.FirstTop = style.Margins.Top
	style.Body.Size, style.Body.Leading = 13, 18
	style.Table.Size, style.Table.Leading = 13, 24
	style.Headings[0].Align = layout.Center
	laid, err := pages(set, "births.md", style)
	if err != nil {
		return nil, err
	}
	for i := range laid {
		frame(&laid[i], 54, 2)
		frame(&laid[i], 60, 0.6)
	}
	return compose.Draw(laid, set)
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
