package layout

import (
	"math"
	"testing"
)

func TestColumnWidths(t *testing.T) {
	g := &grid{align: make([]Align, 3)}
	for _, c := range []struct {
		name    string
		given   []column
		measure float64
		want    []float64
	}{
		{"points and shares", []column{{points: 60}, {share: 2}, {share: 1}}, 360, []float64{60, 200, 100}},
		{"points alone fill the measure", []column{{points: 10}, {points: 20}, {points: 10}}, 400, []float64{100, 200, 100}},
		{"too many points leave the share a tenth", []column{{points: 900}, {share: 1}, {points: 900}}, 400, []float64{180, 40, 180}},
	} {
		got, err := g.widths(nil, c.measure, c.given)
		if err != nil {
			t.Fatal(err)
		}
		for i := range got {
			if math.Abs(got[i]-c.want[i]) > 1e-9 {
				t.Errorf("%s: %v, want %v", c.name, got, c.want)
			}
		}
	}
}

func TestColumnsFollowTheirText(t *testing.T) {
	style := IndexStyle()
	page := lay(t, style, "| A | B |\n|---|---|\n| x | a much longer cell than its neighbour |\n")[0]
	var x float64
	for _, r := range page.Runs {
		if r.Text == "B" {
			x = r.X
		}
	}
	if middle := style.Width / 2; x == 0 || x > middle {
		t.Errorf("the long column starts at %.1f", x)
	}
	for _, r := range page.Rules {
		if math.Abs(r.W-(style.Width-132)) > 0.01 {
			t.Errorf("rule %+v does not span the measure", r)
		}
	}
}

func TestCellsAreAligned(t *testing.T) {
	page := lay(t, IndexStyle(), "<!-- columns 100 100 * -->\n| l | c | r |\n|:--|:-:|--:|\n| 1 | 2 | 3 |\n")[0]
	for _, r := range page.Runs {
		want := map[string]float64{"1": 66 + 5, "2": 66 + 150 - r.Width/2, "3": 612 - 66 - 5 - r.Width}
		if w, ok := want[r.Text]; ok && math.Abs(r.X-w) > 0.01 {
			t.Errorf("%q at %.3f, want %.3f", r.Text, r.X, w)
		}
	}
}

func TestATableWithAnEmptyHeaderHasNone(t *testing.T) {
	page := lay(t, IndexStyle(), "<!-- plain -->\n| | |\n|---|---|\n| a | b |\n")[0]
	if len(page.Rules) != 0 || page.Text() != "a  b\n" && page.Text() != "a b\n" {
		t.Errorf("%d rules, text %q", len(page.Rules), page.Text())
	}
}

func TestARowMayHaveFewerCells(t *testing.T) {
	if got := textOfAll(lay(t, IndexStyle(), "| a | b | c |\n|---|---|---|\n| 1 |\n| | 2 | |\n")); got != "a b c 1 2" {
		t.Errorf("got %q", got)
	}
}
