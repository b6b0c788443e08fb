package fill_test

import (
	"math"
	"testing"

	"parolepack/internal/fill"
	"parolepack/internal/pdf"
	"parolepack/internal/testkit"
)

// Every valued field shows ink where it is, every other field looks as in the blank, flattened and live
// look alike, and the renderers agree. Odd and even fields take turns, so each is seen both ways.
func TestRenderedFieldByField(t *testing.T) {
	tools := testkit.Renderers(t)
	eachBlank(t, func(t *testing.T, b *fill.Blank, file string) {
		before := map[string][]testkit.Picture{}
		for _, tool := range tools {
			before[tool.Name] = tool.Pages(t, file)
		}
		for turn := range 2 {
			part := everything(t, b, func(i int) bool { return i%2 == turn })
			flat := write(t, "flat.pdf", flattened(t, b, part))
			live := write(t, "live.pdf", liveBytes(t, b, part))
			var seen []map[string]float64
			for _, tool := range tools {
				c := comparison{t: t, tool: tool.Name, turn: turn, blank: before[tool.Name], flat: tool.Pages(t, flat)}
				c.live = c.flat
				if turn == 0 {
					c.live = tool.Pages(t, live)
				}
				seen = append(seen, c.fields(fieldsOf(t, b)))
			}
			agree(t, seen)
		}
	})
}

// agree holds two renderers' ink of each field against each other.
func agree(t *testing.T, seen []map[string]float64) {
	t.Helper()
	if len(seen) < 2 {
		return
	}
	for name, a := range seen[0] {
		if b := seen[1][name]; math.Abs(a-b) > 2+0.25*max(a, b) {
			t.Errorf("%s: %.1f square points of ink in one renderer, %.1f in the other", name, a, b)
		}
	}
}

// comparison is one tool's pictures of a blank and of its filled copies.
type comparison struct {
	t                 *testing.T
	tool              string
	turn              int
	blank, flat, live []testkit.Picture
}

// fields checks each field and gives the ink that its value added.
func (c comparison) fields(fields []pdf.Field) map[string]float64 {
	if len(c.flat) != len(c.blank) || len(c.live) != len(c.blank) {
		c.t.Fatalf("%s: %d pages blank, %d flat, %d live", c.tool, len(c.blank), len(c.flat), len(c.live))
	}
	out := map[string]float64{}
	for i, f := range fields {
		_, ok := valued(f)
		for _, w := range f.Widgets {
			out[f.Name] = c.widget(f.Name, w, ok && i%2 == c.turn)
		}
	}
	return out
}

// least is how much ink the smallest value adds, in square points: the agency's thin cross has about six.
const least = 3

func (c comparison) widget(name string, w pdf.Widget, valued bool) float64 {
	blank, flat, live := c.blank[w.Page-1], c.flat[w.Page-1], c.live[w.Page-1]
	added := flat.Ink(w.Rect, 1) - blank.Ink(w.Rect, 1)
	if valued && added < least {
		c.t.Errorf("%s: %s: page %d: a value adds %.1f square points of ink, want %d", c.tool, name, w.Page, added, least)
	}
	if apart := flat.Apart(blank, w.Rect); !valued && apart > 0.01 {
		c.t.Errorf("%s: %s: page %d: no value, yet it differs from the blank by %.3f", c.tool, name, w.Page, apart)
	}
	// A renderer may snap a line of text to another row of pixels, so ink is compared and not pixels.
	if drawn := flat.Ink(w.Rect, 1); math.Abs(drawn-live.Ink(w.Rect, 1)) > 1+0.05*drawn {
		c.t.Errorf("%s: %s: page %d: %.1f square points flattened, %.1f live", c.tool, name, w.Page, drawn, live.Ink(w.Rect, 1))
	}
	return added
}
