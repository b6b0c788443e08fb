package font

import (
	"math"
	"slices"
	"strings"
	"sync"
	"testing"
)

func face(t testing.TB, id ID) *Face {
	t.Helper()
	f, err := NewSet().Face(id)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// latin are the faces that a text can be set in.
func latin() []ID { return IDs()[:14] }

func TestEveryFaceParses(t *testing.T) {
	names := map[ID]string{Serif: "LiberationSerif", SerifBoldItalic: "LiberationSerif-BoldItalic", MonoBold: "LiberationMono-Bold", DejaVu: "DejaVuSans", DejaVuBold: "DejaVuSans-Bold"}
	set := NewSet()
	for _, id := range IDs() {
		f, err := set.Face(id)
		if err != nil {
			t.Fatal(err)
		}
		if f.ID() != id || f.PostScriptName() == "" || len(f.Program()) == 0 {
			t.Errorf("%s: id %q, name %q, %d bytes", id, f.ID(), f.PostScriptName(), len(f.Program()))
		}
		if want, ok := names[id]; ok && f.PostScriptName() != want {
			t.Errorf("%s: name %q, want %q", id, f.PostScriptName(), want)
		}
		if slices.Contains(latin(), id) && !f.Simple("Nour Haddad, 8120 § “é” – $148,000 ") {
			t.Errorf("%s lacks Latin letters", id)
		}
	}
	if _, err := set.Face("comic"); err == nil {
		t.Error("an unknown face was given")
	}
}

// Liberation promises the widths of Times, Helvetica and Courier; these are from Adobe's metric files.
func TestAdvancesEqualTheClassicMetrics(t *testing.T) {
	for _, c := range []struct {
		id   ID
		r    rune
		want float64
	}{
		{Serif, 'A', 722}, {Serif, 'a', 444}, {Serif, ' ', 250}, {SerifBold, 'A', 722}, {SerifBold, 'b', 556},
		{Sans, 'A', 667}, {Sans, 'i', 222}, {Mono, 'i', 600}, {MonoBold, 'W', 600},
	} {
		f := face(t, c.id)
		gid, ok := f.Glyph(c.r)
		if got := f.Advance(gid); !ok || math.Abs(got-c.want) > 0.6 {
			t.Errorf("%s %q: %.2f, want %.0f", c.id, c.r, got, c.want)
		}
	}
}

func TestWidthIsTheSumOfAdvances(t *testing.T) {
	for _, id := range IDs() {
		f, text, sum := face(t, id), "AVATAR fi — İstanbul Łódź Ελλάδα", 0.0
		for _, r := range text {
			gid, _ := f.Glyph(r)
			sum += f.Advance(gid) * 11.5 / 1000
		}
		if got := f.Width(text, 11.5); math.Abs(got-sum) > 1e-9 {
			t.Errorf("%s: %v, want %v", id, got, sum)
		}
	}
}

// Every glyph of the direct table is what the file's own character map says, and so is the rest.
func TestGlyphAgreesWithTheCharacterMap(t *testing.T) {
	for _, id := range IDs() {
		f := face(t, id)
		for r := rune(0); r < 0x20000; r++ {
			want, _ := f.cmap.Lookup(r)
			if got, ok := f.Glyph(r); uint32(got) != uint32(want) || ok != (want != 0) {
				t.Fatalf("%s %U: glyph %d, want %d", id, r, got, want)
			}
		}
		if _, ok := f.Glyph(-1); ok {
			t.Errorf("%s: a glyph for rune -1", id)
		}
	}
}

func TestMetrics(t *testing.T) {
	serif, sans, mono := face(t, Serif).Metrics(), face(t, SansBold).Metrics(), face(t, MonoItalic).Metrics()
	if serif.Ascent < 850 || serif.Ascent > 950 || serif.Descent > -200 || serif.CapHeight < 640 || serif.CapHeight > 680 {
		t.Errorf("serif: %+v", serif)
	}
	if !serif.Serif || serif.FixedPitch || serif.Bold || serif.Italic {
		t.Errorf("serif flags: %+v", serif)
	}
	if !sans.Bold || sans.Serif || sans.StemV <= serif.StemV {
		t.Errorf("sans-bold: %+v", sans)
	}
	if !mono.FixedPitch || !mono.Italic || mono.ItalicAngle >= 0 || mono.Flags() != 1|4|64 {
		t.Errorf("mono-italic: %+v flags %b", mono, mono.Flags())
	}
	if old := face(t, DejaVu).Metrics(); old.XHeight < 500 || old.XHeight > 600 || old.CapHeight < 700 || old.CapHeight > 760 {
		t.Errorf("dejavu: %+v", old)
	}
}

func TestMissingListsEachRuneOnce(t *testing.T) {
	set := NewSet()
	for text, want := range map[string]string{
		"a中\U00013000b\U00013000\u2fffe": "\U00013000\u2fff", "Łódź": "", "lost \ufffd": "\ufffd", "\ue000 private": "\ue000", "مرحبا": "",
	} {
		if got, err := set.Missing(Serif, text); err != nil || string(got) != want {
			t.Errorf("%q: %q (%v), want %q", text, string(got), err, want)
		}
	}
}

func TestSetIsSafeForConcurrentUse(t *testing.T) {
	set := NewSet()
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for _, id := range IDs() {
				if f, err := set.Face(id); err != nil || f.Width("abc", 10) <= 0 {
					t.Errorf("%s: %v", id, err)
				}
			}
		})
	}
	wait.Wait()
}

func TestDamagedProgramsAreErrors(t *testing.T) {
	whole := program(Mono)
	for _, n := range []int{0, 4, 11, 40, 300, 5000, len(whole) / 2} {
		if _, err := parse(Mono, whole[:n]); err == nil {
			t.Errorf("%d bytes were read as a face", n)
		}
	}
}

func BenchmarkWidth(b *testing.B) {
	f, text := face(b, Serif), strings.Repeat("The quick brown fox jumps. ", 4)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		f.Width(text, 10)
	}
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		if _, err := parse(Serif, program(Serif)); err != nil {
			b.Fatal(err)
		}
	}
}

func TestWithStaysInTheFamily(t *testing.T) {
	for _, c := range []struct {
		id           ID
		bold, italic bool
		want         ID
	}{
		{Serif, false, false, Serif}, {Serif, true, false, SerifBold}, {SerifBold, false, true, SerifItalic},
		{Sans, true, true, SansBoldItalic}, {MonoBoldItalic, false, false, Mono}, {DejaVu, true, true, DejaVuBold}, {DejaVu, false, true, DejaVu},
	} {
		if got := c.id.With(c.bold, c.italic); got != c.want {
			t.Errorf("%s bold=%v italic=%v: %s, want %s", c.id, c.bold, c.italic, got, c.want)
		}
	}
}
