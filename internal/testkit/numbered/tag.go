package numbered

import (
	"math"
	"slices"
	"strings"

	"parolepack/internal/catalog"
	"parolepack/internal/font"
	"parolepack/internal/ink"
	"parolepack/internal/pdf"
)

// Sizes of tags in points, the preferred one first, and the gap to the next one beside.
const (
	tagSize, leastTag, tagStep = 5.0, 3.2, 0.2
	tagGap                     = 1.0
	// sameRow is how far tags may stand apart in height and still stand in each other's way.
	sameRow = 5.0
)

// tag is the number of a field that cannot show it, above its box.
type tag struct {
	page     int
	x, y     float64
	caption  string
	item     string
	size     float64
	text     string
	measured float64
}

// tag notes that a field's number is to stand above its box.
func (n *numberer) tag(f *catalog.Field) {
	n.tags = append(n.tags, tag{page: f.Page, x: f.Rect[0], y: f.Rect[3] + 0.8, caption: caption(f), item: f.Item})
}

// drawTags draws the tags on white ground, each in as many words as the next one beside leaves room for.
func (n *numberer) drawTags(pages []ink.Page) {
	for i := range n.tags {
		t := &n.tags[i]
		n.fit(t)
		over := &pages[t.page-1].Over
		if *over == nil {
			*over = ink.NewCanvas(n.fonts)
		}
		(*over).Gray(1)
		(*over).Rect(pdf.Rect{LLX: t.x, LLY: t.y - 0.3, URX: t.x + t.measured, URY: t.y + 0.75*t.size})
		(*over).Gray(0)
		(*over).Text(t.x, t.y, font.SansBold, t.size, t.text)
	}
}

// fit chooses words and size of a tag.
func (n *numberer) fit(t *tag) {
	room := n.room(t)
	for _, text := range t.wordings() {
		for size := tagSize; size >= leastTag; size -= tagStep {
			w, err := n.fonts.Width(font.SansBold, size, text)
			t.text, t.size, t.measured = text, size, w
			if err == nil && w <= room {
				return
			}
		}
	}
}

// wordings are what a tag may say, the preferred one first: number and label, the number with what tells the label from
// its neighbours (the answer behind a colon or a comma, or else the first words), the number.
func (t *tag) wordings() []string {
	list := []string{t.caption}
	for _, mark := range []string{": ", ", "} {
		if _, answer, ok := strings.Cut(t.caption, mark); ok {
			list = append(list, strings.TrimSpace(t.item+" "+answer))
		}
	}
	for words := strings.Fields(t.caption); len(words) > 1; words = words[:len(words)-1] {
		list = append(list, strings.Join(words[:len(words)-1], " "))
	}
	return append(list, t.item)
}

// room is the distance to the next tag beside, or to the end of the page.
func (n *numberer) room(t *tag) float64 {
	next := []float64{590}
	for _, o := range n.tags {
		if o.page == t.page && o.x > t.x && math.Abs(o.y-t.y) < sameRow {
			next = append(next, o.x)
		}
	}
	return slices.Min(next) - t.x - tagGap
}
