package font

import (
	"math"
	"strings"
	"sync"
	"testing"
	"time"
)

// spoken is a line as faces and texts from left to right; < marks what reads from the right, ! what no face has.
func spoken(t *testing.T, set *Set, text string, dir Direction) string {
	t.Helper()
	runs, err := set.Line(Serif, text, dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, r := range runs {
		mark := ":"
		if r.RightToLeft {
			mark = "<"
		}
		if r.Lost {
			mark = "!"
		}
		out = append(out, string(r.Face.ID())+mark+r.Text)
	}
	return strings.Join(out, "|")
}

func TestLinesStandInVisualOrder(t *testing.T) {
	set := NewSet()
	for _, c := range []struct {
		text string
		dir  Direction
		want string
	}{
		{"plain", Natural, "serif:plain"},
		{"box ☐ Yes", Natural, "serif:box |dejavu:☐|serif: Yes"},
		{"at بيروت now", Natural, "serif:at |arabic<بيروت|serif: now"},
		{"at بيروت 12 now", LeftToRight, "serif:at |serif:12|serif< |arabic<بيروت|serif: now"},
		{"بيروت 12", Natural, "serif:12|serif< |arabic<بيروت"},
		{"بيروت AB", RightToLeft, "serif:AB|serif< |arabic<بيروت"},
		{"بيروت AB", LeftToRight, "arabic<بيروت|serif: AB"},
		{"a (שלום)", Natural, "serif:a (|hebrew<שלום|serif:)"},
		{"(", RightToLeft, "serif<("},
		{"北京 서울", Natural, "cjk:北京|serif: |hangul:서울"},
		{"a\U00013000b", Natural, "serif:a|serif!\U00013000|serif:b"},
		{"\ue000", Natural, "serif!\ue000"},
	} {
		if got := spoken(t, set, c.text, c.dir); got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
}

func TestTowardIsTheParagraphs(t *testing.T) {
	for text, want := range map[string]Direction{
		"": LeftToRight, "plain": LeftToRight, "بيروت": RightToLeft, "مستشفى in Beirut, Lebanon": LeftToRight,
		"AUBMC مستشفى الجامعة الأميركية": LeftToRight,
		"مستشفى الجامعة الأميركية AUBMC": RightToLeft, "at مستشفى الجامعة الأميركية": LeftToRight, "12 ١٢": LeftToRight,
	} {
		if got := Toward(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

// Every block that has a face of its own has a face with its letters.
func TestScriptsHaveTheirFaces(t *testing.T) {
	set := NewSet()
	last := rune(0)
	for _, w := range set.writings {
		if w.first <= last || w.last < w.first {
			t.Errorf("%U: the blocks are not in order", w.first)
		}
		last = w.last
		face, err := set.Face(w.id)
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for r := w.first; r <= w.last && !found; r++ {
			_, found = face.Glyph(r)
		}
		if !found && w.id != Hangul && w.id != CJK {
			t.Errorf("%s has nothing of %U to %U", w.id, w.first, w.last)
		}
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"plain\ntext": "plain\ntext", "cafe\u0301": "café", "o\u0323\u0300": "ọ̀", "a\r\nb\rc\u2028d\u2029e": "a\nb\nc\nd\n\ne",
		"so\u00adft\ufeff \u200e+961": "soft +961", "a\u2003b\tc": "a b c", "a\u202fb\u00a0c": "a\u00a0b\u00a0c",
		"می\u200cخواهم": "می\u200cخواهم", "no\u200cjoin": "nojoin", "❤\ufe0f": "❤", "\u202eabc\u202c": "abc", "bad\xff": "bad\ufffd",
		"bell\x07": "bell", "\ue000": "\ue000", "ก\u200bข": "ก\u200bข",
	} {
		if got := Clean(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// A Latin line is as wide with shaped accents in it as without: no kerning, no ligature.
func TestShapingKeepsLatinWidths(t *testing.T) {
	set := NewSet()
	for _, id := range latin() {
		bare, _ := set.Width(id, 10, "AVATAR fi office x To")
		with, err := set.Width(id, 10, "AVATAR fi office x\u0301 To")
		if err != nil || math.Abs(bare-with) > 1e-6 {
			t.Errorf("%s: %v with an accent, %v without (%v)", id, with, bare, err)
		}
	}
}

func TestWrapOfOtherScripts(t *testing.T) {
	set := NewSet()
	for _, c := range []struct {
		name, text string
		width      float64
	}{
		{"Chinese without spaces", strings.Repeat("北京协和医院", 6), 60},
		{"Arabic", strings.Repeat("مستشفى الجامعة الأميركية ", 4), 70},
		{"one long Arabic word", strings.Repeat("بيروت", 12), 40},
		{"accents", strings.Repeat("o\u0323\u0300x\u0301", 20), 30},
		{"Thai", strings.Repeat("โรงพยาบาลกรุงเทพ", 3), 50},
		{"Hindi", strings.Repeat("क्षत्रिय हिन्दी ", 5), 40},
	} {
		lines := wrapped(t, set, Mono, 10, c.width, c.text)
		if len(lines) < 2 || squeeze(strings.Join(lines, "")) != squeeze(c.text) {
			t.Errorf("%s: %q", c.name, lines)
		}
		for _, line := range lines {
			if w, err := set.Width(Mono, 10, line); err != nil || w > c.width+0.001 {
				t.Errorf("%s: %q is %.1f wide (%v)", c.name, line, w, err)
			}
			if r := []rune(line); len(r) > 0 && joins(r[0]) {
				t.Errorf("%s: %q begins with an accent", c.name, line)
			}
		}
	}
}

// A face is shaped with by many at once.
func TestShapingIsSafeForConcurrentUse(t *testing.T) {
	set := NewSet()
	want, err := set.Width(Serif, 10, "مستشفى الجامعة")
	if err != nil {
		t.Fatal(err)
	}
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for range 50 {
				if got, err := set.Width(Serif, 10, "مستشفى الجامعة"); err != nil || got != want {
					t.Errorf("%v, want %v (%v)", got, want, err)
				}
			}
		})
	}
	wait.Wait()
}

// The longest answer wraps in no time, whatever its script: a form sets it at several sizes.
func TestLongTextsWrapQuickly(t *testing.T) {
	set, text := NewSet(), strings.Repeat("مستشفى الجامعة الأميركية في بيروت ", 600)
	set.Wrap(Mono, 10, 500, "بيروت") // the faces are parsed
	start := time.Now()
	lines := wrapped(t, set, Mono, 10, 500, text)
	if took := time.Since(start); took > 3*time.Second || len(lines) < 100 {
		t.Errorf("%d lines in %v", len(lines), took)
	}
	wrapped(t, set, Mono, 10, math.NaN(), "بيروت e\u0301")
}

func BenchmarkWrapArabic(b *testing.B) {
	set, text := NewSet(), strings.Repeat("مستشفى الجامعة الأميركية في بيروت ", 20)
	for b.Loop() {
		wrapped(b, set, Mono, 10, 500, text)
	}
}
