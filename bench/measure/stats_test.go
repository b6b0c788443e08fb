package measure

import "testing"

func TestMedian(t *testing.T) {
	for _, c := range []struct {
		values []float64
		want   float64
	}{
		{nil, 0},
		{[]float64{3}, 3},
		{[]float64{9, 1, 2}, 2},
		{[]float64{4, 1, 2, 9}, 3},
		{[]float64{1, 1, 1, 1, 100}, 1},
	} {
		before := append([]float64(nil), c.values...)
		if got := Median(c.values); got != c.want {
			t.Errorf("Median(%v) = %v, want %v", c.values, got, c.want)
		}
		for i, v := range before {
			if c.values[i] != v {
				t.Errorf("Median reordered its values to %v", c.values)
			}
		}
	}
}

func TestRatio(t *testing.T) {
	for _, c := range []struct {
		says string
		a, b []float64
		want float64
	}{
		{"a slow round slows both", []float64{2, 20, 2}, []float64{1, 10, 1}, 2},
		{"one bad round does not count", []float64{2, 90, 2}, []float64{1, 1, 1}, 2},
		{"rounds without a measure are left out", []float64{2, 5}, []float64{0, 1}, 5},
		{"rounds that one of them lacks are left out", []float64{2}, []float64{1, 7}, 2},
		{"nothing measured", nil, nil, 0},
	} {
		if got := Ratio(c.a, c.b); got != c.want {
			t.Errorf("%s: Ratio(%v, %v) = %v, want %v", c.says, c.a, c.b, got, c.want)
		}
	}
}
