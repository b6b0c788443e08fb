package assemble

import "parolepack/internal/pdf"

// within finds where a link within its file leads in the packet: to a page of the same file that is part of the same
// exhibit (ISO 32000-1, 12.3.2 and 12.6.4.2).
func (s *sheet) within(d pdf.Dict) (pdf.Array, bool) {
	o := d["Dest"]
	if action, err := s.src.Doc.Dict(d["A"]); o == nil && err == nil {
		if kind, _ := s.src.Doc.Name(action["S"]); kind == "GoTo" {
			o = action["D"]
		}
	}
	number, view, err := s.src.Doc.Destination(o)
	if err != nil || number == 0 {
		return nil, false
	}
	at, ok := s.packetPage(number)
	page, err := s.src.Doc.Page(number)
	if !ok || err != nil {
		return nil, false
	}
	return s.destination(page, at, view), true
}

// packetPage finds page n of the sheet's file in the packet.
func (s *sheet) packetPage(n int) (int, bool) {
	if s.part.Exhibit == nil {
		return 0, false
	}
	first := 0
	for _, source := range s.part.Exhibit.Sources {
		if s.index < first+len(source.Pages) {
			for i, page := range source.Pages {
				if page == n {
					return s.part.First + first + i, true
				}
			}
			return 0, false
		}
		first += len(source.Pages)
	}
	return 0, false
}

// destination spells a destination on packet page number at, which holds page: the point that the source names, at the
// zoom that the reader has, or the top of the sheet where it names none.
func (s *sheet) destination(page *pdf.Page, at int, view pdf.Array) pdf.Array {
	x, y, ok := s.corner(page, view)
	if !ok {
		return s.top(at)
	}
	target := &sheet{assembly: s.assembly, src: s.src, page: page}
	place := fitted(page.CropBox, quarter(page.Rotate+s.src.Turn), target.unit())
	x, y = place.Apply(x, y)
	if !(x >= 0 && x <= letterWidth && y >= 0 && y <= letterHeight) {
		return s.top(at)
	}
	return pdf.Array{s.pages[at-1], pdf.Name("XYZ"), pdf.Real(x), pdf.Real(y), nil}
}

// corner is the point of the page that a destination puts into the window's upper left (table 151).
func (s *sheet) corner(page *pdf.Page, view pdf.Array) (x, y float64, ok bool) {
	if len(view) < 3 {
		return 0, 0, false
	}
	number := func(i int, usual float64) float64 {
		if i >= len(view) || view[i] == nil {
			return usual
		}
		v, err := s.src.Doc.Number(view[i])
		if err != nil {
			return usual
		}
		return v
	}
	switch kind, _ := s.src.Doc.Name(view[1]); kind {
	case "XYZ":
		return number(2, page.CropBox.LLX), number(3, page.CropBox.URY), true
	case "FitH", "FitBH":
		return page.CropBox.LLX, number(2, page.CropBox.URY), true
	case "FitR":
		return number(2, page.CropBox.LLX), number(5, page.CropBox.URY), true
	}
	return 0, 0, false
}
