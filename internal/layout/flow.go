package layout

// pages fills pages with strips.
func (s *setter) pages() ([]Page, error) {
	var out []Page
	for start := 0; start < len(s.strips) || len(out) == 0; {
		page := Page{Width: s.style.Width, Height: s.style.Height, Runs: []Run{}}
		if err := s.running(&page, len(out)+1); err != nil {
			return nil, err
		}
		y := s.top(len(out))
		if start < len(s.strips) {
			for _, row := range s.strips[start].head {
				page.put(row, y)
				y += row.height
			}
		}
		end := s.fill(start, s.style.Height-s.style.Margins.Bottom-y)
		for i, strip := range s.strips[start:end] {
			if i > 0 {
				y += strip.before
			}
			page.put(strip, y)
			y += strip.height
		}
		out = append(out, page)
		start = end
	}
	return out, nil
}

// top is where a page's text starts; pages count from 0.
func (s *setter) top(page int) float64 {
	if page == 0 && s.style.FirstTop > 0 {
		return s.style.FirstTop
	}
	return s.style.Margins.Top
}

// fill gives the strip the next page starts with: as many as fit, less those that must not be parted from what follows. Where
// nothing may be parted the page is filled to the brim, and one strip is always taken.
func (s *setter) fill(start int, room float64) int {
	end, used := start, 0.0
	for ; end < len(s.strips); end++ {
		strip := s.strips[end]
		if end > start {
			if strip.page {
				return end
			}
			used += strip.before
		}
		if used += strip.height; used > room+tolerance && end > start {
			break
		}
	}
	for at := end; at > start && at < len(s.strips); at-- {
		if !s.strips[at].glued {
			return at
		}
	}
	return max(end, min(start+1, len(s.strips)))
}

// put copies a strip to the page with its top at y.
func (p *Page) put(s strip, y float64) {
	for _, run := range s.runs {
		run.Y = round(run.Y + y)
		p.Runs = append(p.Runs, run)
	}
	for _, rule := range s.rules {
		rule.Y = round(rule.Y + y)
		p.Rules = append(p.Rules, rule)
	}
	for _, link := range s.links {
		link.Y = round(link.Y + y)
		p.Links = append(p.Links, link)
	}
}
