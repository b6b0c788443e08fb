package ink

import (
	"math"
	"strings"
	"unicode/utf8"

	"parolepack/internal/font"
	"parolepack/internal/pdf"
)

// A pen writes the glyphs of a shaped run, each at its own place: TJ moves along the line and Ts above it (ISO 32000-1,
// 9.3.7 and 9.4.3).
type pen struct {
	c    *Canvas
	face *font.Face
	size float64
	x    float64 // where the reader's pen stands, in ems from the start of the run
	rise float64
	open bool // a TJ array is under way
}

// shaped draws the glyphs of a run. What a glyph says stands in the font's ToUnicode map; where one glyph says
// different things in different places, or several say one thing together, the place says it (ActualText, 14.9.4).
func (c *Canvas) shaped(u *usage, run font.Run, size float64) {
	p := pen{c: c, face: run.Face, size: size}
	for _, l := range run.Letters() {
		if u.says(l) {
			p.glyphs(l.Glyphs)
			continue
		}
		bodies, accents := parted(l.Glyphs)
		p.marked(l.Text, bodies)
		p.marked("", accents)
	}
	p.close()
	if p.rise != 0 {
		c.op("Ts", 0)
	}
}

// parted gives the glyphs that move the line on apart from the accents over them. Readers take the extent of what is marked for
// the letter's, which ends where its body does.
func parted(glyphs []font.Glyph) (bodies, accents []font.Glyph) {
	for _, g := range glyphs {
		if g.Advances() {
			bodies = append(bodies, g)
		} else {
			accents = append(accents, g)
		}
	}
	if bodies == nil {
		return accents, nil
	}
	return bodies, accents
}

// says notes a letter's glyphs; it is false where the font's map alone does not give the letter back.
func (u *usage) says(l font.Letter) bool {
	if len(l.Glyphs) == 1 && l.Glyphs[0].ID != 0 {
		return u.learn(l.Glyphs[0].ID, l.Text)
	}
	rest := l.Text
	for _, g := range l.Glyphs {
		if text := nominal(u.face, g.ID, rest); text != "" {
			rest = strings.Replace(rest, text, "", 1)
		}
	}
	for _, g := range l.Glyphs {
		text := nominal(u.face, g.ID, l.Text)
		if text == "" {
			text, rest = rest, ""
		}
		u.learn(g.ID, text)
	}
	return false
}

// nominal is the character of text that a glyph stands for by itself, or nothing.
func nominal(face *font.Face, gid uint16, text string) string {
	for _, r := range text {
		if have, ok := face.Glyph(r); ok && have == gid {
			return string(r)
		}
	}
	return ""
}

// learn notes that gid was drawn and says text; it is false where it says something else already. The box for a missing glyph says
// nothing of its own.
func (u *usage) learn(gid uint16, text string) bool {
	if gid == 0 {
		u.words[gid] = ""
		return false
	}
	r, size := utf8.DecodeRuneInString(text)
	have, drawn := u.text[gid]
	spoken, also := u.words[gid]
	switch {
	case also:
		return spoken == text
	case drawn:
		return size == len(text) && have == r
	case size == len(text) && text != "":
		u.text[gid] = r
	default:
		u.words[gid] = text
	}
	return true
}

// marked draws glyphs as a stretch that says text, whatever they say elsewhere.
func (p *pen) marked(text string, glyphs []font.Glyph) {
	if len(glyphs) == 0 {
		return
	}
	p.close()
	p.c.ops = append(p.c.ops, "/Span <</ActualText "...)
	var err error
	if p.c.ops, err = pdf.AppendObject(p.c.ops, pdf.TextString(text)); err != nil {
		p.c.fail(err)
	}
	p.c.ops = append(p.c.ops, ">> BDC\n"...)
	p.glyphs(glyphs)
	p.close()
	p.c.ops = append(p.c.ops, "EMC\n"...)
}

func (p *pen) glyphs(list []font.Glyph) {
	for _, g := range list {
		p.glyph(g)
	}
}

// glyph draws one glyph in its place.
func (p *pen) glyph(g font.Glyph) {
	if rise := math.Round(g.Y*p.size*1000) / 1000; rise != p.rise {
		p.close()
		p.c.op("Ts", rise)
		p.rise = rise
	}
	if !p.open {
		p.c.ops = append(p.c.ops, '[')
		p.open = true
	}
	if back := math.Round((p.x - g.X) * 1000); back != 0 {
		p.c.ops = number(p.c.ops, back, 0)
		p.x -= back / 1000
	}
	p.c.ops = append(hex16(append(p.c.ops, '<'), g.ID), '>')
	p.x += p.face.Advance(g.ID) / 1000
}

// close ends the array under way.
func (p *pen) close() {
	if p.open {
		p.c.ops = append(p.c.ops, "] TJ\n"...)
		p.open = false
	}
}
