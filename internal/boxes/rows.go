package boxes

import "parolepack/internal/catalog"

const (
	checkSide = 10.0
	// characterWidth is the advance of a monospaced character at 10 points; padding is left and right of a text.
	characterWidth, padding = 6.0, 3.0
	// cell is the width of a comb's cell; labelWidth that of an average character of a label.
	cell, labelWidth = 12.0, 3.7
	// least is the narrowest text box, several the height of a box for several lines.
	least, several = 36.0, 90.0
)

// rowsOf sets boxes side by side as long as the column has room, text boxes at the given height.
func rowsOf(ed *catalog.Edition, boxes []Box, list []int, height float64) []row {
	var rows []row
	x := columnWidth
	for _, i := range list {
		w, h, room := size(&ed.Fields[i], boxes[i].Multiline, height)
		if x+room > columnWidth {
			rows, x = append(rows, row{}), 0
		}
		r := &rows[len(rows)-1]
		label := labelRoom
		if ed.Fields[i].Kind == catalog.KindCheckbox {
			label = 0
		}
		boxes[i].Rect = [4]float64{x, -label - h, x + w, -label}
		r.boxes = append(r.boxes, i)
		r.height = max(r.height, label+h+apart)
		x += room + apart
	}
	return rows
}

// size is a box's width and height by what it has to hold, and the width it takes in its row.
func size(f *catalog.Field, multiline bool, height float64) (w, h, room float64) {
	w, h = columnWidth, height
	switch {
	case f.Kind == catalog.KindCheckbox:
		return checkSide, checkSide, checkRoom
	case multiline:
		h = several
	case f.Kind == catalog.KindChoice:
		longest := 0
		for _, o := range f.Options {
			longest = max(longest, len([]rune(o[1])))
		}
		w = characters(longest)
	case f.Comb && f.MaxLen > 0:
		w = min(columnWidth, cell*float64(f.MaxLen))
	case f.Kind == catalog.KindText && f.MaxLen > 0:
		w = characters(f.MaxLen)
	}
	return w, h, min(columnWidth, max(w, labelWidth*float64(len(f.Item)+1+len(f.Label))))
}

// characters is the width of a box for n characters, at least a narrow one and at most a column.
func characters(n int) float64 {
	return min(columnWidth, max(least, characterWidth*float64(n)+2*padding))
}
