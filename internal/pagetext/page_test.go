package pagetext_test

import (
	"bytes"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"parolepack/internal/pagetext"
	"parolepack/internal/pdf"
	"parolepack/internal/testkit"
)

func open(t testing.TB, data []byte) *pdf.Document {
	t.Helper()
	doc, err := pdf.Open(bytes.NewReader(data), int64(len(data)), pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestRuns(t *testing.T) {
	tests := map[string]struct {
		content string
		want    []pagetext.Run
	}{
		"moves":         {"BT /F1 9 Tf 36 24 Td (Form) Tj 30 0 Td (X-1) Tj ET", []pagetext.Run{{"Form", 36, 24, 24}, {"X-1", 66, 24, 24}}},
		"lines":         {"BT /F1 9 Tf 12 TL 36 724 Td (a) Tj (b) ' ET", []pagetext.Run{{"a", 36, 724, 724}, {"b", 36, 712, 712}}},
		"a turned page": {"0 1 -1 0 600 0 cm BT /F1 9 Tf 1 0 0 1 10 20 Tm (up) Tj ET", []pagetext.Run{{"up", 580, 10, 20}}},
		"saved state":   {"q 1 0 0 1 100 0 cm BT /F1 9 Tf (in) Tj ET Q BT /F1 9 Tf (out) Tj ET", []pagetext.Run{{"in", 100, 0, 0}, {"out", 0, 0, 0}}},
		"kerning":       {"BT /F1 9 Tf [(01)-20(/20) -300 (25)] TJ ET", []pagetext.Run{{"01/20 25", 0, 0, 0}}},
		"escapes": {`BT /F1 9 Tf (a\(b\)\057\
c) Tj <414> Tj ET`, []pagetext.Run{{"a(b)/c", 0, 0, 0}, {"A@", 0, 0, 0}}},
		"no text":         {"0 0 10 10 re f % (comment) Tj\n", nil},
		"inline images":   {"BI /W 1 /H 1 ID (x) Tj EI BT /F1 9 Tf (y) Tj ET", []pagetext.Run{{"y", 0, 0, 0}}},
		"what is missing": {"BT Tj TJ Td Tm cm Do Tf Q (no font) Tj ET", []pagetext.Run{{"no font", 0, 0, 0}}},
		"accents":         {"BT /F1 9 Tf <E9> Tj /F2 9 Tf <01> Tj /F3 9 Tf <00410042> Tj ET", []pagetext.Run{{"é", 0, 0, 0}, {"/", 0, 0, 0}, {"pq", 0, 0, 0}}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := pagetext.Runs(open(t, testkit.Sheet(tt.content, "2 beginbfchar <0041> <0070> <0042> <0071> endbfchar")), 1)
			if err != nil || !slices.Equal(got, tt.want) {
				t.Errorf("%+v, %v, want %+v", got, err, tt.want)
			}
		})
	}
}

func TestLines(t *testing.T) {
	got := pagetext.Lines([]pagetext.Run{{"Page 1", 500, 24, 0}, {"Form X-1 ", 36, 25, 0}, {"Title", 36, 700, 0}, {" ", 90, 25, 0}})
	if want := []pagetext.Line{{"Title", 700}, {"Form X-1 Page 1", 25}}; !slices.Equal(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestMaps(t *testing.T) {
	cmap := "1 beginbfchar <0001> <0041> endbfchar 2 beginbfrange <02> <04> <0061> <0010> <0011> [<0058> <0059005A>] endbfrange"
	runs, err := pagetext.Runs(open(t, testkit.Sheet("BT /F3 9 Tf <0001000200040010001100FF> Tj ET", cmap)), 1)
	if err != nil || len(runs) != 1 || runs[0].Text != "AacXYZ" {
		t.Errorf("%+v, %v", runs, err)
	}
}

// TestFormsWithinForms draws a form that draws itself: each stands a step further, and reading ends.
func TestFormsWithinForms(t *testing.T) {
	runs, err := pagetext.Runs(open(t, testkit.Sheet("/X1 Do", "")), 1)
	if err != nil || len(runs) < 2 || runs[0].X != 50 || runs[0].Y != 60 || runs[1].X != 100 {
		t.Errorf("%+v, %v", runs, err)
	}
}

// TestOfficialFeet wants form and edition at the foot of every page of every official blank.
func TestOfficialFeet(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(testkit.Forms(t), "*.pdf"))
	if err != nil || len(files) == 0 {
		t.Skip("no blanks")
	}
	foot := regexp.MustCompile(`^Form [GI]-\d+ .*\d\d/\d\d/\d\d.*Page \d+ of \d+$`)
	for _, file := range files {
		doc, err := pdf.OpenFile(file, pdf.Options{})
		if err != nil {
			t.Fatal(err)
		}
		defer doc.Close()
		count, err := doc.PageCount()
		for n := 1; n <= count && err == nil; n++ {
			var runs []pagetext.Run
			if runs, err = pagetext.Runs(doc, n); err == nil && !slices.ContainsFunc(pagetext.Lines(runs), func(l pagetext.Line) bool { return l.Y < 60 && foot.MatchString(l.Text) }) {
				t.Errorf("%s, page %d: no foot", filepath.Base(file), n)
			}
		}
		if err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
}

// FuzzRuns reads whatever a page may hold: text or an error, never a panic, and never without end.
func FuzzRuns(f *testing.F) {
	for _, seed := range []string{
		"BT /F1 9 Tf 36 24 Td (Form) Tj ET", "[(a)-300<41>] TJ", "q Q Q cm 1 2 3 4 5 6 Tm", "/X1 Do", "BI ID EI", "<", "(", "<<", "%", "/#4",
	} {
		f.Add(seed, "1 beginbfrange <00> <FF> <0041> endbfrange")
	}
	f.Fuzz(func(t *testing.T, content, cmap string) {
		doc := open(t, testkit.Sheet(content, cmap))
		runs, err := pagetext.Runs(doc, 1)
		if err != nil {
			return
		}
		size := 0
		for _, r := range runs {
			size += len(r.Text)
		}
		if most := 5<<20 + 4*len(content)*(1+len(cmap)); size > most {
			t.Fatalf("%d bytes of text from %d", size, len(content))
		}
		_ = pagetext.Lines(runs)
	})
}
