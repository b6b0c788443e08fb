package testkit

import (
	"bytes"
	"html"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"parolepack/internal/pdf"
)

// A Mark is a piece of text as a reader finds it on a page, a word or a single character, and the box that it takes in
// points from the lower left corner of the page.
type Mark struct {
	Text string
	Box  pdf.Rect
}

// Marks are the pieces of text on every page of a file, in the order in which the tool tells them.
func (r Renderer) Marks(t testing.TB, file string) [][]Mark {
	t.Helper()
	cmd := exec.Command("pdftotext", "-bbox", file, "-")
	read := words
	if r.Name == "mutool" {
		cmd, read = exec.Command("mutool", "draw", "-q", "-F", "stext", "-o", "-", file), characters
	}
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v: %s", cmd.Path, err, complaint.Bytes())
	}
	var pages [][]Mark
	for _, page := range bytes.Split(out, []byte("<page "))[1:] {
		pages = append(pages, read(page))
	}
	return pages
}

// heightOf reads the height of a page from what stands in its tag.
func heightOf(page []byte) float64 {
	m := regexp.MustCompile(`height="([0-9.]+)"`).FindSubmatch(page)
	if m == nil {
		return 0
	}
	h, _ := strconv.ParseFloat(string(m[1]), 64)
	return h
}

// words reads a page of pdftotext -bbox.
func words(page []byte) []Mark {
	height := heightOf(page)
	var list []Mark
	for _, m := range regexp.MustCompile(`<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>`).FindAllSubmatch(page, -1) {
		list = append(list, mark(height, string(m[5]), string(m[1]), string(m[2]), string(m[3]), string(m[4])))
	}
	return list
}

// characters reads a page of mutool's structured text.
func characters(page []byte) []Mark {
	height := heightOf(page)
	var list []Mark
	for {
		_, rest, ok := bytes.Cut(page, []byte(`<char quad="`))
		if !ok {
			return list
		}
		quad, rest, _ := bytes.Cut(rest, []byte(`"`))
		_, rest, _ = bytes.Cut(rest, []byte(` c="`))
		text, rest, _ := bytes.Cut(rest, []byte(`"`))
		page = rest
		if at := strings.Fields(string(quad)); len(at) == 8 && len(bytes.TrimSpace(text)) > 0 {
			list = append(list, mark(height, string(text), at[0], at[1], at[6], at[7]))
		}
	}
}

func mark(height float64, text, left, top, right, bottom string) Mark {
	number := func(s string) float64 { v, _ := strconv.ParseFloat(s, 64); return v }
	return Mark{Text: html.UnescapeString(text), Box: pdf.Rect{
		LLX: number(left), LLY: height - number(bottom), URX: number(right), URY: height - number(top),
	}}
}
