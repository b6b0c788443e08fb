package layout

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"parolepack/internal/font"
)

func wordsOf(t *testing.T, text string) []word {
	t.Helper()
	s := &setter{set: font.NewSet(), binder: strings.NewReplacer()}
	words, err := s.words([]span{{text: text, face: font.Serif, size: 10}})
	if err != nil {
		t.Fatal(err)
	}
	return words
}

func randomText(random *rand.Rand, n int) string {
	var out []string
	for range n {
		out = append(out, strings.Repeat("n", 1+random.IntN(12)))
	}
	return strings.Join(out, " ")
}

// cheapest tries every way to break words, for short paragraphs.
func cheapest(m measure, words []word) float64 {
	if len(words) == 0 {
		return 0
	}
	best := math.Inf(1)
	for n := 1; n <= len(words); n++ {
		fault, fits := m.fault(words[:n], n == len(words))
		if !fits && n > 1 {
			break
		}
		best = min(best, fault+cheapest(m, words[n:]))
	}
	return best
}

func TestLinesAreTheBestOfAllWaysToBreak(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for _, align := range []Align{Left, Justify, Center} {
		for range 60 {
			m := measure{width: 60 + 80*random.Float64(), align: align}
			words := m.narrow(wordsOf(t, randomText(random, 14)))
			total, broken := 0.0, m.paragraph(words)
			for i, line := range broken {
				fault, _ := m.fault(line, i == len(broken)-1)
				total += fault
			}
			if want := cheapest(m, words); total > want*1.000001 {
				t.Errorf("align %d, width %.1f: faults of %.1f, the best is %.1f", align, m.width, total, want)
			}
		}
	}
}

func TestNoLineIsWiderThanTheMeasure(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for range 200 {
		m := measure{width: 20 + 300*random.Float64(), align: Align(random.IntN(4))}
		for i, line := range m.lines(wordsOf(t, randomText(random, 60))) {
			width, _, spaces := size(line)
			width += m.spread(line, i%3 == 0) * float64(spaces)
			if width > m.width+0.001 {
				t.Fatalf("align %d: a line of %.3f in %.3f", m.align, width, m.width)
			}
		}
	}
}

func TestJustifiedLinesFillTheMeasure(t *testing.T) {
	style := LetterStyle(Letterhead{})
	right := style.Width - style.Margins.Right
	text := strings.Repeat("Her mother and her uncle will house and care for her in Brooklyn. ", 12)
	runs := lay(t, style, text)[0].Runs
	for _, r := range runs[:len(runs)-1] {
		if d := right - r.X - r.Width; math.Abs(d) > 0.01 {
			t.Errorf("%q ends %.3f before the margin", r.Text, d)
		}
	}
	if last := runs[len(runs)-1]; last.Space > 0 {
		t.Errorf("the last line is spread: %q", last.Text)
	}
}

func TestATooLooseLineIsLeftRagged(t *testing.T) {
	m := measure{width: 100, align: Justify}
	line := wordsOf(t, "aaa bbb")
	if got := m.spread(line, false); got != 0 {
		t.Errorf("spread by %.2f", got)
	}
	if got := (measure{width: 31, align: Justify}).spread(wordsOf(t, "aaa bbb"), false); got <= 0 {
		t.Errorf("spread by %.2f", got)
	}
}

func TestWhereWordsMayBreak(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"a  b \t c", "a|b|c"},
		{"self-petitioner", "self-|petitioner"},
		{"212-555-0110 2026-27 I-131 -5", "212-555-0110|2026-27|I-131|-5"},
		{"B-2 B2-visa A-Number", "B-2|B2-visa|A-|Number"},
		{"Arrival/Departure 1/2", "Arrival/|Departure|1/2"},
		{"one—two —three four—", "one—|two|—three|four—"},
		{"§\u00a0212 p.\u202f5", "§\u00a0212|p.\u00a05"},
		{"soft\u00adhyphen zero\u200bwidth", "softhyphen|zerowidth"},
		{"e\u0301t\u00e9", "\u00e9t\u00e9"},
	} {
		var got []string
		for _, w := range wordsOf(t, c.text) {
			text := ""
			for _, p := range w.parts {
				text += p.text
			}
			got = append(got, text)
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%q: %q, want %q", c.text, s, c.want)
		}
	}
}

func TestNumbersStayWithTheirSigns(t *testing.T) {
	runs := lay(t, SheetStyle(), "INA § 212, Form I-131, Exhibit C, p. 12, Dr. Saad")[0].Runs
	if want := "INA §\u00a0212, Form\u00a0I-131, Exhibit\u00a0C, p.\u00a012, Dr.\u00a0Saad"; runs[0].Text != want {
		t.Errorf("%q, want %q", runs[0].Text, want)
	}
}

func TestTextBreaksLinesAndHardBreaks(t *testing.T) {
	page := lay(t, SheetStyle(), "one\\\ntwo  \nthree<br>four\nfive")[0]
	if got := page.Text(); got != "one\ntwo\nthree\nfour five\n" {
		t.Errorf("%q", got)
	}
}
