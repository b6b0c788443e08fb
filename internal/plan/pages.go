package plan

import (
	"fmt"

	"parolepack/internal/casefile"
)

// pageList lists the pages that ranges name of a file of count pages; no range is every page. A
// range that lies outside the file is an error that says so.
func pageList(ranges []casefile.PageRange, count int) ([]int, error) {
	if len(ranges) == 0 {
		ranges = []casefile.PageRange{{First: 1}}
	}
	var list []int
	for _, r := range ranges {
		last := r.Last
		if last == 0 {
			last = count
		}
		if last > count || r.First > count {
			return nil, fmt.Errorf("has %d pages and no page %d", count, max(last, r.First))
		}
		for n := r.First; n <= last; n++ {
			list = append(list, n)
		}
	}
	return list, nil
}
