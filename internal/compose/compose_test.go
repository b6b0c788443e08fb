package compose

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"parolepack/internal/font"
	"parolepack/internal/layout"
)

const letter = `<!-- right -->
November 20, 2026

Nour has **severe rheumatic mitral stenosis**. Her cardiologist in Tripoli gives a prognosis of months ([Exhibit D, p. 52](exhibit:us-physician)), which no hospital in Lebanon or in a neighbouring country can now treat, and *Łukasz Öztürk* ☐ agrees.

| Need | Met by |
|---|---:|
| Housing | Samir Haddad |
`

func laid(t testing.TB, set *font.Set, markdown string) []layout.Page {
	t.Helper()
	style := layout.LetterStyle(layout.Letterhead{Name: "Okafor & Lindqvist LLP", Lines: []string{"225 Broadway"}})
	style.Running = "Short title"
	pages, err := layout.Lay(set, style, markdown)
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

func drawn(t testing.TB, pages []layout.Page) []byte {
	t.Helper()
	out, err := Draw(pages, font.NewSet())
	if err != nil {
		t.Fatal(err)
	}
	return out
}

var stream = regexp.MustCompile(`(?s)<<\n(/Filter/FlateDecode)?/Length \d+\n>>\nstream\n(.*?)\n?endstream`)

// contents are the decoded content streams, page by page.
func contents(t *testing.T, pdf []byte) []string {
	t.Helper()
	var out []string
	for _, m := range stream.FindAllSubmatch(pdf, -1) {
		if bytes.HasPrefix(m[2], []byte("/CIDInit")) {
			continue // a font's character map
		}
		if len(m[1]) == 0 {
			out = append(out, string(m[2]))
			continue
		}
		r, err := zlib.NewReader(bytes.NewReader(m[2]))
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(text))
	}
	return out
}

func number(t *testing.T, s string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// Every run starts at its own place with its baseline where the layout has it, and every later word of it too.
func TestRunsStandWhereTheLayoutHasThem(t *testing.T) {
	set := font.NewSet()
	pages := laid(t, set, letter)
	text := contents(t, drawn(t, pages))[0]
	places := regexp.MustCompile(`BT\n([\d.]+) ([\d.]+) TD\n/F\d+ ([\d.]+) Tf`).FindAllStringSubmatch(text, -1)
	next := 0
	for _, run := range pages[0].Runs {
		face, _ := set.Face(run.Face)
		x := run.X
		for rest := run.Text; rest != ""; next++ {
			if next >= len(places) {
				t.Fatalf("%q was not drawn", rest)
			}
			p := places[next]
			if math.Abs(number(t, p[1])-x) > 0.006 || math.Abs(792-number(t, p[2])-run.Y) > 0.006 || number(t, p[3]) != run.Size {
				t.Errorf("%q is drawn at %v, laid out at %.3f %.3f size %g", rest, p[1:], x, 792-run.Y, run.Size)
			}
			word := rest[:upToSpace(rest)]
			rest = rest[len(word):]
			x += face.Width(word, run.Size)
			if strings.HasSuffix(word, " ") || strings.HasSuffix(word, noBreak) {
				x += run.Space
			}
		}
		if math.Abs(x-run.X-run.Width) > 0.01 {
			t.Errorf("%q ends at %.3f, laid out to %.3f", run.Text, x, run.X+run.Width)
		}
	}
	if next != len(places) {
		t.Errorf("%d words drawn, %d laid out", len(places), next)
	}
}

func TestRulesStandWhereTheLayoutHasThem(t *testing.T) {
	pages := []layout.Page{{Width: 612, Height: 792, Rules: []layout.Rule{{X: 72, Y: 100, W: 468, H: 0.75}, {X: 10, Y: 20, W: 30, H: 40, Gray: 0.45}}}}
	text := strings.Join(contents(t, drawn(t, pages)), "\n")
	for _, want := range []string{"72.00 691.25 468.00 0.75 re f", "0.45 g", "10.00 732.00 30.00 40.00 re f"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

func TestSameBytesEveryTime(t *testing.T) {
	pages := laid(t, font.NewSet(), letter)
	want := drawn(t, pages)
	for _, word := range []string{"CreationDate", "ModDate", "/ID", "/Info"} {
		if bytes.Contains(want, []byte(word)) {
			t.Errorf("the file has %s", word)
		}
	}
	set := font.NewSet()
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			if got, err := Draw(pages, set); err != nil || !bytes.Equal(got, want) {
				t.Errorf("another run gives other bytes (%v)", err)
			}
		})
	}
	wait.Wait()
}

func TestOnlyUsedFacesAreEmbedded(t *testing.T) {
	out := drawn(t, laid(t, font.NewSet(), letter))
	names := regexp.MustCompile(`/FontName /([A-Z]{6})\+([\w-]+)`).FindAllSubmatch(out, -1)
	var got []string
	for _, n := range names {
		got = append(got, string(n[2]))
	}
	want := "DejaVuSans LiberationSerif LiberationSerif-Bold LiberationSerif-Italic"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("faces %s, want %s", s, want)
	}
	if len(out) > 60_000 {
		t.Errorf("%d bytes", len(out))
	}
}

func TestErrors(t *testing.T) {
	page := func(r layout.Run) []layout.Page {
		return []layout.Page{{Width: 612, Height: 792, Runs: []layout.Run{r}}}
	}
	for _, c := range []struct {
		name  string
		pages []layout.Page
		want  string
	}{
		{"no pages", nil, "no pages"},
		{"unknown face", page(layout.Run{Face: "comic", Size: 10, Text: "a"}), "no such face"},
	} {
		if _, err := Draw(c.pages, font.NewSet()); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}

func TestABlankPageIsAPage(t *testing.T) {
	out := drawn(t, []layout.Page{{Width: 612, Height: 792}, {Width: 792, Height: 612}})
	for _, want := range []string{"/Count 2", "/MediaBox [ 0 0 612.00 792.00 ]", "/MediaBox [ 0 0 792.00 612.00 ]"} {
		if !bytes.Contains(out, []byte(want)) {
			t.Errorf("no %q", want)
		}
	}
	foreign(t, out, "qpdf", "--check")
}

// Other programs read the file and its text.
func TestForeignReadersAgree(t *testing.T) {
	pages := laid(t, font.NewSet(), letter+strings.Repeat("Her mother and her uncle will house and care for her. ", 90))
	out := drawn(t, pages)
	foreign(t, out, "qpdf", "--check")
	var want []string
	for _, p := range pages {
		want = append(want, strings.Fields(p.Text())...)
	}
	text := foreign(t, out, "pdftotext", "-layout", "-enc", "UTF-8")
	if got := strings.Join(strings.Fields(text), " "); got != strings.Join(want, " ") {
		t.Errorf("pdftotext reads\n%s\nwant\n%s", got, strings.Join(want, " "))
	}
}

// foreign runs a program over the file, or skips where it is not installed.
func foreign(t *testing.T, pdf []byte, program string, args ...string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil {
		t.Skipf("%s is not installed", program)
	}
	file := filepath.Join(t.TempDir(), "composed.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	args = append(args, file)
	if program == "pdftotext" {
		args = append(args, "-")
	}
	out, err := exec.Command(path, args...).CombinedOutput()
	if err != nil {
		t.Errorf("%s: %v\n%s", program, err, out)
	}
	return string(out)
}

func TestShortPagesAreNotCompressed(t *testing.T) {
	short := drawn(t, laid(t, font.NewSet(), "# Exhibit C\n"))
	if bytes.Contains(short, []byte("<<\n/Filter/FlateDecode/Length")) {
		t.Error("a page of a few words is compressed")
	}
	long := drawn(t, laid(t, font.NewSet(), strings.Repeat("Her mother and her uncle will house and care for her. ", 60)))
	if !bytes.Contains(long, []byte("<<\n/Filter/FlateDecode/Length")) {
		t.Error("a full page is not compressed")
	}
}

func BenchmarkDivider(b *testing.B) {
	set := font.NewSet()
	page, err := layout.Lay(set, layout.DividerStyle(), "# Exhibit C\n\n---\n\n## Letter of Dr. Karim Saad\n\nFor Nour Haddad\n\nOriginal (Arabic), English translation\n\nPages 46–51\n")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Draw(page, set); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDraw(b *testing.B) {
	set := font.NewSet()
	for _, n := range []int{1, 12} {
		pages := laid(b, set, strings.Repeat("Her mother and her **uncle** will house and care for her. ", 55*n))
		b.Run(fmt.Sprintf("pages=%d", len(pages)), func(b *testing.B) {
			for b.Loop() {
				if _, err := Draw(pages, set); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
