package boxes

import (
	"fmt"

	"parolepack/internal/catalog"
)

// The page of a laid-out form, in points.
const (
	left, right = 54.0, 558.0
	top, bottom = 738.0, 48.0
	gutter      = 24.0
	columnWidth = (right - left - gutter) / 2
	// labelRoom is kept above a text box for its label, checkRoom beside a check box.
	labelRoom, checkRoom = 9.0, 116.0
	// apart is the space between boxes, beside and below.
	apart = 4.0
)

// A row is boxes side by side in one column.
type row struct {
	boxes  []int
	height float64
}

// lay gives each box of unknown place its own, page by page: down the left column, then down the right one. Boxes are as
// high as on the official forms where the page has room for that, and lower where it has not.
func lay(ed *catalog.Edition, boxes []Box, unknown []int) error {
	slots := map[string]bool{}
	for _, s := range ed.Slots {
		slots[s.Text] = true
	}
	pages := make([][]int, ed.Pages+1)
	last := 1
	for k, i := range unknown {
		boxes[i].Multiline = boxes[i].Multiline || slots[boxes[i].Name]
		last = max(last, pageOf(ed, i, k, len(unknown)))
		boxes[i].Page = last
		pages[last] = append(pages[last], i)
	}
	for n, list := range pages {
		if err := layPage(ed, boxes, list); err != nil {
			return fmt.Errorf("page %d: %w", n, err)
		}
	}
	return nil
}

// pageOf is the page of field i, the k-th of n of unknown place: the map's, where it says, else its share.
func pageOf(ed *catalog.Edition, i, k, n int) int {
	if page := ed.Fields[i].Page; page > 0 {
		return min(page, ed.Pages)
	}
	return 1 + k*ed.Pages/n
}

// layPage finds the greatest height of boxes at which the page holds them.
func layPage(ed *catalog.Edition, boxes []Box, list []int) error {
	for _, height := range []float64{18, 16, 15, 14, 13} {
		rows := rowsOf(ed, boxes, list, height)
		if fits(rows) {
			put(boxes, rows)
			return nil
		}
	}
	return fmt.Errorf("%d fields are more than it holds", len(list))
}

// fits tells whether rows, in order, go into two columns.
func fits(rows []row) bool {
	column, y := 0, top
	for _, r := range rows {
		if y-r.height < bottom {
			column, y = column+1, top
		}
		y -= r.height
	}
	return column < 2
}

// put moves the rows' boxes, which stand at the column's left end and below 0, to their place.
func put(boxes []Box, rows []row) {
	x, y := left, top
	for _, r := range rows {
		if y-r.height < bottom {
			x, y = x+columnWidth+gutter, top
		}
		for _, i := range r.boxes {
			b := &boxes[i].Rect
			*b = [4]float64{b[0] + x, b[1] + y, b[2] + x, b[3] + y}
		}
		y -= r.height
	}
}
