package layout

// pages fills pages with strips. What stands on every page may tell how many there are, which is known once they are
// filled; they are filled again until it is right.
func (s *setter) pages() ([]Page, error) {
	const rounds = 4
	out, err := s.filled(1)
	for range rounds {
		count := len(out)
		if err != nil || count == 1 || s.head == nil && s.foot == nil {
			break
		}
		if out, err = s.filled(count); len(out) == count {
			break
		}
	}
	return out, err
}

// filled fills pages, count of them as far as is known.
func (s *setter) filled(count int) ([]Page, error) {
	var out []Page
	for start := 0; start < len(s.strips) || len(out) == 0; {
		page := Page{Width: s.style.Width, Height: s.style.Height, Runs: []Run{}}
		if err := s.running(&page, len(out)+1); err != nil {
			return nil, err
		}
		top, bottom, err := s.every(&page, len(out)+1, count)
		if err != nil {
			return nil, err
		}
		start = s.column(&page, start, top, bottom)
		out = append(out, page)
	}
	return out, nil
}

// column sets strips from start on between top and bottom and returns the strip that the next page starts with.
func (s *setter) column(page *Page, start int, y, bottom float64) int {
	if start == len(s.strips) {
		return start
	}
	y = page.stack(s.strips[start].head, y)
	end := s.fill(start, bottom-y)
	first := s.strips[start]
	first.before = 0
	y = page.stack([]strip{first}, y)
	page.stack(s.strips[start+1:end], y)
	return end
}

// stack puts strips below each other from y on and returns where they end.
func (p *Page) stack(strips []strip, y float64) float64 {
	for _, strip := range strips {
		y += strip.before
		p.put(strip, y)
		y += strip.height
	}
	return y
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
