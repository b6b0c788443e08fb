package main

import (
	"image"
	"image/color"

	"parolepack/internal/font"
)

// biographicPage draws the page of a passport that names its holder. SPECIMEN stands across it.
func biographicPage(set *font.Set, d passport) *picture {
	p := newPicture(set, passportWidth, passportHeight, d.ground)
	for y := 96; y < 540; y += 14 {
		p.box(0, y, passportWidth, 1, blend(d.ground, d.accent, 12))
	}
	p.box(0, 0, passportWidth, 84, d.accent)
	p.text(36, 54, font.SansBold, 34, color.White, d.country)
	p.text(passportWidth-36-p.width(font.Sans, 20, d.kind), 52, font.Sans, 20, color.White, d.kind)
	portrait(p, image.Rect(36, 120, 296, 460), d)
	for _, f := range []struct {
		x, y         int
		label, value string
	}{
		{330, 140, "Type", "P"}, {470, 140, "Code", d.code}, {640, 140, "Passport no.", d.number},
		{330, 218, "Surname", d.family}, {330, 296, "Given names", d.given},
		{330, 374, "Date of birth", d.born}, {640, 374, "Sex", d.sex}, {740, 374, "Place of birth", d.place},
		{330, 452, "Date of issue", d.issued}, {640, 452, "Date of expiry", d.expires},
	} {
		p.text(f.x, f.y, font.Sans, 15, blend(d.ground, d.accent, 75), f.label)
		p.text(f.x, f.y+30, font.SansBold, p.size(font.SansBold, 26, passportWidth-f.x-20, f.value), color.NRGBA{20, 20, 24, 255}, f.value)
	}
	p.text(330, 528, font.SansBold, 96, color.NRGBA{170, 30, 30, 46}, "SPECIMEN")
	p.box(0, 560, passportWidth, passportHeight-560, color.NRGBA{246, 246, 242, 255})
	if d.code == "" {
		return p // a card, which has no lines for machines on this side
	}
	for i, line := range machineLines(d) {
		p.text(28, 612+i*50, font.Mono, 35, color.Black, line)
	}
	return p
}

// portrait stands for the photograph: a head and shoulders without a face.
func portrait(p *picture, r image.Rectangle, d passport) {
	p.box(r.Min.X, r.Min.Y, r.Dx(), r.Dy(), color.NRGBA{250, 250, 248, 255})
	shade := blend(d.ground, d.accent, 55)
	middle := (r.Min.X + r.Max.X) / 2
	p.ellipse(middle, r.Min.Y+130, 66, 84, r, shade)
	p.ellipse(middle, r.Max.Y+20, 122, 146, r, shade)
	p.frame(r.Min.X, r.Min.Y, r.Dx(), r.Dy(), 2, d.accent)
}

// blend mixes percent of b into a.
func blend(a, b color.NRGBA, percent int) color.NRGBA {
	mix := func(x, y uint8) uint8 { return uint8((int(x)*(100-percent) + int(y)*percent) / 100) }
	return color.NRGBA{mix(a.R, b.R), mix(a.G, b.G), mix(a.B, b.B), 255}
}
