package font

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestWrap(t *testing.T) {
	set := NewSet() // 6 points a rune at size 10, so 60.1 points hold ten
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"empty", "", nil},
		{"fits", "short", []string{"short"}},
		{"exactly", "ten runes!", []string{"ten runes!"}},
		{"at a space", "a mother and an uncle", []string{"a mother", "and an", "uncle"}},
		{"newlines kept", "one\n\ntwo\r\nthree\rfour", []string{"one", "", "two", "three", "four"}},
		{"trailing newline", "one\n", []string{"one", ""}},
		{"spaces inside a line kept", "a   b", []string{"a   b"}},
		{"spaces at a break vanish", "aaaaaaaa     bbb", []string{"aaaaaaaa", "bbb"}},
		{"hanging space", "aaaaaaaaaa bbb", []string{"aaaaaaaaaa", "bbb"}},
		{"hyphen between letters", "self-petitioner", []string{"self-", "petitioner"}},
		{"hyphen between digits stays", "call 212-555-01", []string{"call", "212-555-01"}},
		{"long word", "abcdefghijklmnop", []string{"abcdefghij", "klmnop"}},
		{"long word after a short one", "it abcdefghijklmnop", []string{"it", "abcdefghij", "klmnop"}},
		{"no-break space", "aaaa bb\u00a0cccc", []string{"aaaa", "bb\u00a0cccc"}},
		{"only spaces", "   ", []string{""}},
		{"indent kept", "  - a point", []string{"  - a", "point"}},
		{"indented long word", "  abcdefghijkl", []string{"  abcdefgh", "ijkl"}},
		{"tab is a space", "a\tb", []string{"a b"}},
	} {
		if got := wrapped(t, set, Mono, 10, 60.1, c.text); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestWrapTerminatesInAnyWidth(t *testing.T) {
	set := NewSet()
	for _, width := range []float64{-5, 0, 0.1, 3, 7, 40} {
		got := wrapped(t, set, Serif, 12, width, "Wide — Öwords\nand\xffbroken UTF-8")
		if s := strings.Join(got, ""); !strings.Contains(strings.ReplaceAll(s, " ", ""), "Wide—Öwords") {
			t.Errorf("width %v lost text: %q", width, got)
		}
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("Nour has severe rheumatic mitral stenosis.\n\nHer cardiologist", 100.0)
	f.Add("a-b-c  d\t\r\n", 5.0)
	f.Add("indent\n      xxxxxxxxxxxxxxxxxxx  y", 30.0)
	f.Add("مستشفى الجامعة الأميركية AUBMC 12 بيروت", 40.0)
	f.Add("e\u0301e\u0302\u0323 ị́ 中文中文中文 한국어 हिन्दी", 25.0)
	set := NewSet()
	f.Fuzz(func(t *testing.T, text string, width float64) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		lines := wrapped(t, set, Serif, 10, width, text)
		if got, want := squeeze(strings.Join(lines, "")), squeeze(text); got != want {
			t.Errorf("text changed: %q, want %q", got, want)
		}
		for _, line := range lines {
			wide, err := set.Width(Serif, 10, line)
			if err != nil || wide > width+0.001 && len(Letters(strings.TrimLeft(line, " "))) > 1 {
				t.Errorf("line %q is %.2f wide, over %.2f (%v)", line, wide, width, err)
			}
		}
	})
}

func wrapped(t testing.TB, set *Set, id ID, size, width float64, text string) []string {
	t.Helper()
	lines, err := set.Wrap(id, size, width, text)
	if err != nil {
		t.Fatal(err)
	}
	return lines
}

func squeeze(s string) string {
	return strings.NewReplacer(" ", "", "\n", "", "\r", "", "\t", "").Replace(s)
}

func BenchmarkWrap(b *testing.B) {
	set, text := NewSet(), strings.Repeat("Her mother and her uncle will house and care for her. ", 12)
	for b.Loop() {
		wrapped(b, set, Serif, 10, 516, text)
	}
}
