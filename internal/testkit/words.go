package testkit

import (
	"fmt"
	"html"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"parolepack/internal/pdf"
)

// A Word is one word of a page and where poppler finds it, in points from the page's lower left corner.
type Word struct {
	Text string
	pdf.Rect
}

var (
	pageBox = regexp.MustCompile(`<page width="([0-9.]+)" height="([0-9.]+)">`)
	wordBox = regexp.MustCompile(`<word xMin="([0-9.-]+)" yMin="([0-9.-]+)" xMax="([0-9.-]+)" yMax="([0-9.-]+)">(.*)</word>`)
)

// Words returns the words of every page of a file, as pdftotext reads them. Where there is none on PATH the test is skipped.
func Words(t testing.TB, file string) [][]Word {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("no pdftotext on PATH")
	}
	out, err := exec.Command("pdftotext", "-bbox", file, "-").CombinedOutput()
	if err != nil {
		t.Fatalf("pdftotext: %v: %s", err, out)
	}
	var pages [][]Word
	height := 0.0
	for line := range strings.Lines(string(out)) {
		if m := pageBox.FindStringSubmatch(line); m != nil {
			height, _ = strconv.ParseFloat(m[2], 64)
			pages = append(pages, nil)
		}
		if m := wordBox.FindStringSubmatch(line); m != nil && len(pages) > 0 {
			var n [4]float64
			for i := range n {
				n[i], _ = strconv.ParseFloat(m[i+1], 64)
			}
			last := len(pages) - 1
			pages[last] = append(pages[last], Word{html.UnescapeString(m[5]), pdf.Rect{LLX: n[0], LLY: height - n[3], URX: n[2], URY: height - n[1]}})
		}
	}
	return pages
}

// Inside joins the words whose middle lies inside r, line by line.
func Inside(words []Word, r pdf.Rect) string {
	return joined(words, func(w Word) bool {
		x, y := (w.LLX+w.URX)/2, (w.LLY+w.URY)/2
		return x > r.LLX && x < r.URX && y > r.LLY && y < r.URY
	})
}

// column is how far a caption may begin from its box, in points: less than a column of the agency's two-column forms.
const column = 150

// Caption joins the words that are printed next to r: "right" or "left" of it on its own height, or the line "above" it.
func Caption(words []Word, r pdf.Rect, side string) string {
	level := func(w Word) bool {
		y := (w.LLY + w.URY) / 2
		return y > r.LLY-2 && y < r.URY+2
	}
	switch side {
	case "right":
		return joined(words, func(w Word) bool { return level(w) && w.LLX > r.URX-2 && w.LLX < r.URX+column })
	case "left":
		return joined(words, func(w Word) bool { return level(w) && w.URX < r.LLX+2 })
	case "above":
		wide := r.URX-r.LLX > 20
		return joined(words, func(w Word) bool {
			gap := w.LLY - r.URY
			return gap > -4 && gap < 10 && (wide && w.URX > r.LLX && w.LLX < r.URX || !wide && w.LLX < r.URX+2 && w.URX > r.LLX-2)
		})
	}
	panic(fmt.Sprintf("no side %q", side))
}

func joined(words []Word, keep func(Word) bool) string {
	var list []Word
	for _, w := range words {
		if keep(w) {
			list = append(list, w)
		}
	}
	slices.SortStableFunc(list, func(a, b Word) int {
		if d := a.LLY - b.LLY; d > 3 || d < -3 {
			return -int(d * 100)
		}
		return int((a.LLX - b.LLX) * 100)
	})
	out := make([]string, len(list))
	for i, w := range list {
		out[i] = w.Text
	}
	return strings.Join(out, " ")
}
