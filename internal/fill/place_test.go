package fill

import (
	"math"
	"strings"
	"testing"

	"parolepack/internal/font"
	"parolepack/internal/ink"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
)

var faces = font.NewSet()

// placerOf sets a field into a box of the given size in bold monospaced type: 6.001 pt a character at 10 pt.
func placerOf(t *testing.T, f *plan.Field, w, h float64) placer {
	t.Helper()
	f.Face = font.MonoBold
	if f.Size == 0 {
		f.Size = 10
	}
	face, err := faces.Face(f.Face)
	if err != nil {
		t.Fatal(err)
	}
	fonts := ink.NewFonts(faces)
	return placer{field: f, box: pdf.Rect{LLX: 100, LLY: 200, URX: 100 + w, URY: 200 + h}, face: face, width: func(s string) (float64, error) {
		return fonts.Width(f.Face, f.Size, s)
	}}
}

func near(a, b float64) bool { return math.Abs(a-b) < 0.02 }

func TestPlaceSingleLine(t *testing.T) {
	for name, c := range map[string]struct {
		align int
		x     float64
	}{
		"left": {0, 2}, "centred": {1, 35}, "right": {2, 68},
	} {
		t.Run(name, func(t *testing.T) {
			f := &plan.Field{Lines: []string{"Haddad"[:5]}, Align: c.align}
			spots, err := placerOf(t, f, 100, 18).place()
			if err != nil || len(spots) != 1 || !near(spots[0].x, c.x) {
				t.Fatalf("spots %v, %v; want x %v", spots, err, c.x)
			}
		})
	}
}

// Capitals stand in the middle of the box; in a box too low for that the descenders come first.
func TestPlaceCentresCapitals(t *testing.T) {
	p := placerOf(t, &plan.Field{Lines: []string{"A"}}, 50, 18)
	m := p.face.Metrics()
	spots, err := p.place()
	if err != nil {
		t.Fatal(err)
	}
	if above, below := 18-spots[0].y-m.CapHeight/100, spots[0].y; !near(above, below) {
		t.Errorf("%.2f pt above the capitals, %.2f below", above, below)
	}
	low, err := placerOf(t, &plan.Field{Lines: []string{"A"}}, 50, 11).place()
	if err != nil || !near(low[0].y, -m.Descent/100) {
		t.Errorf("baseline %v in a low box, want one descent (%.2f), %v", low, -m.Descent/100, err)
	}
}

func TestPlaceComb(t *testing.T) {
	f := &plan.Field{Lines: []string{"A12"}, Comb: 9}
	spots, err := placerOf(t, f, 129, 18).place()
	if err != nil || len(spots) != 3 {
		t.Fatal(spots, err)
	}
	for i, s := range spots {
		centre, want := s.x+6.001/2, (float64(i)+0.5)*129/9
		if !near(centre, want) || s.text != string("A12"[i]) {
			t.Errorf("character %d %q is centred at %.3f, want %.3f", i, s.text, centre, want)
		}
	}
	f.Align = 2
	if spots, err = placerOf(t, f, 129, 18).place(); err != nil || !near(spots[2].x+3, 8.5*129/9) {
		t.Errorf("right-aligned comb %v, %v", spots, err)
	}
}

// On ruled lines each baseline is one descent above its rule, counted from the box's top.
func TestPlaceOnRules(t *testing.T) {
	f := &plan.Field{Lines: []string{"one", "", "three", "four"}, Multiline: true, Leading: 18}
	p := placerOf(t, f, 516, 72)
	spots, err := p.place()
	if err != nil || len(spots) != 4 {
		t.Fatal(spots, err)
	}
	lift := -p.face.Metrics().Descent / 100
	for i, s := range spots {
		if rule := 72 - 18*float64(i+1); !near(s.y, rule+lift) || s.x != 2 {
			t.Errorf("line %d at %.2f, %.2f; want %.2f above the rule at %.2f", i, s.x, s.y, lift, rule)
		}
	}
}

func TestPlaceStaysInsideWithoutRules(t *testing.T) {
	p := placerOf(t, &plan.Field{Lines: []string{"one", "two"}, Multiline: true}, 100, 30)
	spots, err := p.place()
	if err != nil {
		t.Fatal(err)
	}
	m := p.face.Metrics()
	if top := spots[0].y + m.Ascent/100; top > 30.001 || spots[1].y+m.Descent/100 < 0 {
		t.Errorf("text leaves its box: %v", spots)
	}
}

func TestPlaceRefuses(t *testing.T) {
	long := strings.Repeat("x", 17)
	for name, c := range map[string]struct {
		field plan.Field
		want  string
	}{
		"wide line":      {plan.Field{Lines: []string{long}}, "pt wide"},
		"no line":        {plan.Field{}, "0 lines"},
		"two lines":      {plan.Field{Lines: []string{"a", "b"}}, "2 lines"},
		"many lines":     {plan.Field{Lines: []string{"a", "b", "c"}, Multiline: true, Leading: 18}, "box is 36.0 pt high"},
		"wide paragraph": {plan.Field{Lines: []string{"a", long}, Multiline: true, Leading: 18}, "pt wide"},
		"long comb":      {plan.Field{Lines: []string{"1234567890"}, Comb: 9}, "10 characters for 9 cells"},
		"lines in comb":  {plan.Field{Lines: []string{"1", "2"}, Comb: 9}, "2 lines for a comb"},
		"tight comb":     {plan.Field{Lines: []string{"1"}, Comb: 20}, "its cell"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := placerOf(t, &c.field, 100, 36).place()
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want one with %q", err, c.want)
			}
		})
	}
	exact := &plan.Field{Lines: []string{long[:16]}}
	if _, err := placerOf(t, exact, 100, 36).place(); err != nil {
		t.Errorf("a line that just fits: %v", err)
	}
}

// Algorithm 8 of ISO 32000-1, 12.5.5: the transformed box is put onto the rectangle.
func TestAppearanceOntoRect(t *testing.T) {
	rect := pdf.Rect{LLX: 66, LLY: 372, URX: 76, URY: 392}
	for name, c := range map[string]struct {
		box    pdf.Rect
		matrix pdf.Matrix
	}{
		"same size": {pdf.Rect{URX: 10, URY: 20}, pdf.Identity()},
		"offset":    {pdf.Rect{LLX: -5, LLY: 3, URX: 5, URY: 23}, pdf.Identity()},
		"scaled":    {pdf.Rect{URX: 100, URY: 40}, pdf.Identity()},
		"turned":    {pdf.Rect{URX: 20, URY: 10}, pdf.Matrix{0, 1, -1, 0, 10, 0}},
		"moved":     {pdf.Rect{URX: 10, URY: 20}, pdf.Translate(-300, 40)},
	} {
		t.Run(name, func(t *testing.T) {
			a := appearance{box: c.matrix.ApplyRect(c.box)}
			got := c.matrix.Mul(a.onto(rect)).ApplyRect(c.box)
			if !near(got.LLX, rect.LLX) || !near(got.LLY, rect.LLY) || !near(got.URX, rect.URX) || !near(got.URY, rect.URY) {
				t.Errorf("painted onto %v, want %v", got, rect)
			}
		})
	}
}
