package exhibit

import "parolepack/internal/casefile"

// A named is one file of the case with all that its exhibits say of it.
type named struct {
	path      string // below the case's folder, without a range
	passwords []string
	ranges    []casefile.PageRange // all that is asked for; empty ranges of one exhibit stand as the whole file
}

// filesOf lists the files in the order of the case. What no file can be named is left to the case's reader.
func filesOf(c *casefile.Case) []*named {
	var list []*named
	byPath := map[string]*named{}
	add := func(file, pages string, x *casefile.Exhibit) {
		ref, err := casefile.ParseFile(file)
		if err != nil {
			return
		}
		f := byPath[ref.Path]
		if f == nil {
			f = &named{path: ref.Path}
			byPath[ref.Path] = f
			list = append(list, f)
		}
		if len(ref.Pages) == 0 && pages != "" {
			ref.Pages, _ = casefile.ParsePages(pages) // its words are checked with the case
		}
		if len(ref.Pages) == 0 {
			ref.Pages = []casefile.PageRange{{First: 1}}
		}
		f.ranges = append(f.ranges, ref.Pages...)
		if x.Password != "" {
			f.passwords = append(f.passwords, x.Password)
		}
	}
	for i := range c.Exhibits {
		x := &c.Exhibits[i]
		for _, file := range x.Files {
			add(file, x.Pages, x)
		}
		if x.Translation != nil {
			add(x.Translation.File, "", x)
			add(x.Translation.Certificate, "", x)
		}
	}
	return list
}

// pages lists the pages asked for of a file of count pages; some may lie beyond it.
func (n *named) pages(count int) []int {
	var list []int
	for _, r := range n.ranges {
		last := r.Last
		if last == 0 {
			last = max(count, r.First)
		}
		for number := r.First; number <= last; number++ {
			if list = append(list, number); number > count {
				break // one is enough to tell
			}
		}
	}
	return list
}
