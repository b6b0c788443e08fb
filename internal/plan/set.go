package plan

import (
	"cmp"
	"fmt"
	"math"
	"strings"

	"parolepack/internal/catalog"
	"parolepack/internal/font"
)

// How text stands in a form's boxes, in points.
const (
	// padding is the space that readers keep on each side of a text field.
	padding = 2.0
	// usualSize is the size of the official forms; it serves where a form asks for an automatic size.
	usualSize = 10.0
	// smallest is the smallest size that we set, still readable in a scan.
	smallest = 8.0
	sizeStep = 0.5
	// lineHeight is leading over size where a box prints no rules of its own.
	lineHeight = 1.2
)

// sizes are the sizes to try, the form's own first.
func sizes(f *catalog.Field) []float64 {
	size := cmp.Or(f.FontSize, usualSize)
	list := []float64{size}
	for s := size - sizeStep; s >= smallest; s -= sizeStep {
		list = append(list, s)
	}
	return list
}

// setting is how one text is set.
type setting struct {
	Lines         []string
	Face          font.ID
	Size, Leading float64
	Align         int
}

// single sets text on one line, at the form's size or down to the smallest; ok is false where it
// is wider than its box even then.
func (m *maker) single(f *catalog.Field, text string) (setting, bool) {
	face := faceOf(f.FontName)
	line := oneLine(text)
	for _, size := range sizes(f) {
		if m.width(face, size, line) <= width(f) {
			return setting{Lines: []string{line}, Face: face, Size: size, Align: f.Align}, true
		}
	}
	return setting{}, false
}

// several sets text on the lines of its box; ok is false where it needs more lines than there are.
func (m *maker) several(f *catalog.Field, text string) (setting, bool) {
	face := faceOf(f.FontName)
	for _, size := range sizes(f) {
		lines := m.wrap(face, size, width(f), text)
		if len(lines) <= capacity(f, size) {
			return setting{Lines: lines, Face: face, Size: size, Leading: leading(f, size), Align: f.Align}, true
		}
	}
	return setting{}, false
}

// leading is the distance of baselines: the pitch of the printed rules, or the font's own.
func leading(f *catalog.Field, size float64) float64 {
	if f.Rules > 0 {
		return f.Rules
	}
	return math.Round(size*lineHeight*100) / 100
}

// capacity is how many lines a box takes.
func capacity(f *catalog.Field, size float64) int {
	height := f.Rect[3] - f.Rect[1]
	if f.Rules > 0 {
		return int(math.Round(height / f.Rules))
	}
	return max(1, int((height-padding)/leading(f, size)))
}

// width is the room for a line of text.
func width(f *catalog.Field) float64 { return f.Rect[2] - f.Rect[0] - 2*padding }

// width measures a line as it will be drawn, with other faces for what the face lacks.
func (m *maker) width(id font.ID, size float64, line string) float64 {
	width, err := m.Fonts.Width(id, size, line)
	if err != nil {
		return math.Inf(1)
	}
	return width
}

// wrap breaks text into lines; a face that cannot be loaded gives one line too wide for any box.
func (m *maker) wrap(id font.ID, size, width float64, text string) []string {
	lines, err := m.Fonts.Wrap(id, size, width, text)
	if err != nil {
		return []string{text}
	}
	return lines
}

// oneLine folds line breaks and runs of spaces, which a single-line field cannot show.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// comb holds a text against the cells of a comb field: one character a cell.
func comb(f *catalog.Field, text string) (setting, error) {
	n := len([]rune(text))
	if n > f.MaxLen {
		return setting{}, &tooLongError{n, f.MaxLen}
	}
	return setting{Lines: []string{text}, Face: faceOf(f.FontName), Size: cmp.Or(f.FontSize, usualSize)}, nil
}

// A tooLongError is a text that its box cannot hold: more characters than the form takes, or wider or higher than the box
// where most is 0.
type tooLongError struct{ length, most int }

// Error names the lengths, never the text.
func (e *tooLongError) Error() string {
	if e.most > 0 {
		return fmt.Sprintf("%d characters do not fit the form's %d", e.length, e.most)
	}
	return fmt.Sprintf("%d characters do not fit the box at %g points", e.length, smallest)
}

// tidy prepares a text for its box (font.Clean), so that setting it changes nothing but its spaces.
func tidy(text string) string { return strings.TrimSpace(font.Clean(text)) }
