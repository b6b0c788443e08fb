package fill

import "parolepack/internal/ink"

// Flatten gives all pages of the form with its values drawn over them. What other widgets of the blank print, such as
// barcodes, is painted too, since the packet keeps no widget. It draws with the packet's fonts and is
// meant to be called once a packet.
func (f *Filled) Flatten() []ink.Page {
	over := make([]*ink.Canvas, f.blank.pages)
	on := func(page int) *ink.Canvas {
		if over[page-1] == nil {
			over[page-1] = ink.NewCanvas(f.fonts).Named(f.blank.prefixes[page-1])
			over[page-1].Gray(0)
		}
		return over[page-1]
	}
	for _, w := range f.blank.shown {
		if !f.filled[w] {
			on(w.page).Form(w.now.ref, w.now.onto(w.rect))
		}
	}
	for _, v := range f.values {
		for _, m := range v.marks {
			c := on(m.widget.page)
			if m.on && m.stamp != nil {
				c.Form(m.stamp.ref, m.stamp.onto(m.widget.rect))
			}
			m.draw(c, v.plan, m.widget.rect.LLX, m.widget.rect.LLY)
		}
	}
	pages := make([]ink.Page, f.blank.pages)
	for i := range pages {
		pages[i] = ink.Page{Doc: f.blank.doc, Number: i + 1, Over: over[i]}
	}
	return pages
}
