package main

import (
	"bytes"
	"slices"
	"strings"

	"parolepack/internal/font"
	"parolepack/internal/ink"
	"parolepack/internal/layout"
	"parolepack/internal/pdf"
)

// taxReturn is a return of several pages. Its third page, the wage statement, is drawn upright on a
// sheet that /Rotate turns, as scanners save a landscape page (ISO 32000-1, 7.7.3.3).
func (p *press) taxReturn(d document) ([]byte, error) {
	portrait, err := p.lay(d, record(letterWidth, letterHeight))
	if err != nil {
		return nil, err
	}
	d.Text = wages(d.Text)
	landscape, err := p.lay(d, record(letterHeight, letterWidth))
	if err != nil {
		return nil, err
	}
	return drawSheets(p.set, slices.Insert(portrait, 2, landscape...))
}

// wages is the text of the wage statement that belongs to a return: tax.md has tax-wages.md.
func wages(text string) string {
	return strings.TrimSuffix(strings.TrimSuffix(text, ".md"), "-portrait") + "-wages.md"
}

// A sheetWriter writes laid-out pages with the object layer, which knows /Rotate.
type sheetWriter struct {
	w     *pdf.Writer
	fonts *ink.Fonts
	tree  pdf.Ref
	kids  pdf.Array
}

// drawSheets makes a document of laid-out pages. A page that is wider than high is written on a
// portrait sheet that viewers turn clockwise.
func drawSheets(set *font.Set, laid []layout.Page) ([]byte, error) {
	var out bytes.Buffer
	s := &sheetWriter{w: pdf.NewWriter(&out, pdf.WriterOptions{}), fonts: ink.NewFonts(set)}
	s.tree = s.w.Reserve()
	for _, page := range laid {
		if err := s.page(page); err != nil {
			return nil, err
		}
	}
	if err := s.fonts.Finish(s.w); err != nil {
		return nil, err
	}
	return finish(s.w, &out, s.tree, s.kids)
}

// page writes one page.
func (s *sheetWriter) page(p layout.Page) error {
	c := ink.NewCanvas(s.fonts)
	width, height, turn := p.Width, p.Height, 0
	if p.Width > p.Height {
		width, height, turn = p.Height, p.Width, 90
		c.Concat(pdf.Matrix{0, 1, -1, 0, width, 0})
	}
	paint(c, p)
	resources, err := c.Resources(s.w, nil)
	if err != nil {
		return err
	}
	content, err := s.w.Add(pdf.FlateStream(pdf.Dict{}, c.Bytes()))
	if err != nil {
		return err
	}
	dict := pageDict(s.tree, width, height, content, resources)
	if turn != 0 {
		dict["Rotate"] = pdf.Integer(turn)
	}
	ref, err := s.w.Add(dict)
	s.kids = append(s.kids, ref)
	return err
}

// paint draws a laid-out page in its own coordinates.
func paint(c *ink.Canvas, p layout.Page) {
	for _, r := range p.Rules {
		c.Gray(r.Gray)
		c.Rect(pdf.Rect{LLX: r.X, LLY: p.Height - r.Y - r.H, URX: r.X + r.W, URY: p.Height - r.Y})
	}
	for _, r := range p.Runs {
		c.Gray(r.Gray)
		c.Text(r.X, p.Height-r.Y, r.Face, r.Size, strings.ReplaceAll(r.Text, "\u00a0", " "))
	}
}
