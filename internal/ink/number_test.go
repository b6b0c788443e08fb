package ink

import (
	"math"
	"strconv"
	"testing"
)

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		v      float64
		places int
		want   string
	}{
		{0, 3, "0"}, {1, 3, "1"}, {10, 0, "10"}, {100, 3, "100"}, {1.5, 3, "1.5"}, {-0.0001, 3, "0"}, {-2.25, 3, "-2.25"},
		{0.1 + 0.2, 3, "0.3"}, {1e-7, 6, "0"}, {1e9, 3, "1000000000"}, {1.23456, 2, "1.23"},
		{math.NaN(), 3, "0"}, {math.Inf(1), 3, "0"}, {math.Copysign(0, -1), 3, "0"},
	} {
		if got := string(number(nil, c.v, c.places)); got != c.want {
			t.Errorf("number(%v, %d) = %q, want %q", c.v, c.places, got, c.want)
		}
	}
}

// FuzzNumber holds that whatever is written reads back as the rounded value and is a PDF number.
func FuzzNumber(f *testing.F) {
	for _, v := range []float64{0, -0.0004, 0.0005, 612, 1e15, -792.125} {
		f.Add(v)
	}
	f.Fuzz(func(t *testing.T, v float64) {
		got := string(number([]byte("x "), v, 3))[2:]
		back, err := strconv.ParseFloat(got, 64)
		if err != nil {
			t.Fatalf("%v became %q", v, got)
		}
		if math.IsNaN(v) || math.IsInf(v, 0) {
			v = 0
		}
		if math.Abs(back-v) > 0.0005000001+math.Abs(v)*1e-12 {
			t.Fatalf("%v became %q", v, got)
		}
		for _, c := range got {
			if (c < '0' || c > '9') && c != '-' && c != '.' {
				t.Fatalf("%v became %q", v, got)
			}
		}
	})
}
