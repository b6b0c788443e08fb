package main

import (
	"bytes"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parolepack/internal/font"
	"parolepack/internal/pdf"
)

// committed is the medical sample as the repository holds it.
const committed = "../medical"

// TestExhibitsAreCurrent holds that every document was made of what its description and its case say today, that each is there, and
// that none is left over.
func TestExhibitsAreCurrent(t *testing.T) {
	want, err := sums("..")
	if err != nil {
		t.Fatal(err)
	}
	kept, err := os.ReadFile(filepath.Join("..", sumsName))
	if err != nil || strings.ReplaceAll(string(kept), "\r\n", "\n") != want {
		t.Errorf("%s is out of date (%v): run go run ./samples/generate", sumsName, err)
	}
	described := map[string]bool{}
	for line := range strings.Lines(want) {
		_, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
		described[filepath.FromSlash(name)] = true
		if _, err := os.Stat(filepath.Join("..", filepath.FromSlash(name))); err != nil {
			t.Error(err)
		}
	}
	there, err := filepath.Glob("../*/exhibits/*")
	if err != nil || len(there) == 0 {
		t.Fatalf("no exhibits: %v", err)
	}
	for _, file := range there {
		if name, _ := filepath.Rel("..", file); !described[name] {
			t.Errorf("%s is described nowhere", name)
		}
	}
}

// TestSameBytes makes a document of every kind twice, and holds the schema beside the committed one.
func TestSameBytes(t *testing.T) {
	once, err := files("..")
	if err != nil {
		t.Fatal(err)
	}
	again, err := files("..")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for i, f := range once {
		if !strings.HasPrefix(f.path, "medical/") && !strings.HasPrefix(f.path, "targeted-harm/") || seen[f.path] {
			continue
		}
		a, errA := f.make()
		b, errB := again[i].make()
		if errA != nil || errB != nil || !bytes.Equal(a, b) {
			t.Errorf("%s: two runs differ (%v, %v)", f.path, errA, errB)
		}
		if f.path == "medical/case.schema.json" {
			if kept, err := os.ReadFile(filepath.Join("..", filepath.FromSlash(f.path))); err != nil || !bytes.Equal(kept, a) {
				t.Errorf("%s is out of date (%v): run go run ./samples/generate", f.path, err)
			}
		}
	}
}

func TestFilesAreSmall(t *testing.T) {
	const most, total = 150_000, 6_000_000
	var sum int64
	list, err := filepath.Glob("../*/exhibits/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range list {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		sum += info.Size()
		if info.Size() > most {
			t.Errorf("%s has %d bytes", name, info.Size())
		}
	}
	if sum > total || sum == 0 {
		t.Errorf("%d bytes in all", sum)
	}
}

// TestScansShowTheirText holds that a scan is dark where its page has letters and light elsewhere: a stream that
// readers decode otherwise would be black all over.
func TestScansShowTheirText(t *testing.T) {
	s, err := readSample("..", "funeral")
	if err != nil {
		t.Fatal(err)
	}
	p := &press{font.NewSet(), s}
	for _, d := range s.docs {
		if d.Scan == 0 {
			continue
		}
		style, _ := styleOf(d)
		laid, err := p.lay(d, style)
		if err != nil {
			t.Fatal(err)
		}
		pic := p.photograph(laid[0], float64(d.Scan)/72)
		dark := 0
		for i := 0; i < len(pic.img.Pix); i += 4 {
			if pic.img.Pix[i] < 150 {
				dark++
			}
		}
		if share := float64(dark) / float64(len(pic.img.Pix)/4); share < 0.003 || share > 0.1 {
			t.Errorf("%s: %.3f of the page is dark", d.File, share)
		}
	}
}

// TestDocuments holds the shapes that the exhibits are there to try: small sheets, A4, a turned page.
func TestDocuments(t *testing.T) {
	tests := []struct {
		name          string
		pages         int
		page          int
		width, height float64
		rotate        int
	}{
		{"passport.pdf", 1, 1, 354.24, 249.48, 0},
		{"saad-letter.pdf", 1, 1, a4Width, a4Height, 0},
		{"saad-letter-en.pdf", 1, 1, 612, 792, 0},
		{"saad-certificate.pdf", 1, 1, 612, 792, 0},
		{"whitfield-letter.pdf", 2, 2, 612, 792, 0},
		{"pledge.pdf", 1, 1, 612, 792, 0},
		{"tax-2025.pdf", 6, 2, 612, 792, 0},
		{"tax-2025.pdf", 6, 3, 612, 792, 90},
		{"employer.pdf", 1, 1, 612, 792, 0},
		{"lease.pdf", 3, 3, a4Width, a4Height, 0},
		{"births.pdf", 2, 2, 612, 792, 0},
	}
	for _, tt := range tests {
		d, err := pdf.OpenFile(filepath.Join(committed, "exhibits", tt.name), pdf.Options{})
		if err != nil {
			t.Fatalf("%s: %v", tt.name, err)
		}
		n, err := d.PageCount()
		if err != nil || n != tt.pages {
			t.Errorf("%s has %d pages (%v), want %d", tt.name, n, err, tt.pages)
		}
		p, err := d.Page(tt.page)
		if err != nil {
			t.Fatalf("%s: %v", tt.name, err)
		}
		if off(p.MediaBox.Width(), tt.width) || off(p.MediaBox.Height(), tt.height) || p.Rotate != tt.rotate {
			t.Errorf("%s, page %d: %v turned %d", tt.name, tt.page, p.MediaBox, p.Rotate)
		}
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	}
}

// off reports whether two lengths differ by more than a writer's rounding.
func off(a, b float64) bool { return math.Abs(a-b) > 0.5 }

func TestPictures(t *testing.T) {
	photo, err := os.ReadFile(filepath.Join(committed, "exhibits", "samir-passport.jpg"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(photo[:64], []byte("Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06")) {
		t.Error("the photograph does not say that it lies on its side")
	}
	letter, err := os.ReadFile(filepath.Join(committed, "exhibits", "refusal.png"))
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(letter))
	if err != nil {
		t.Fatal(err)
	}
	if _, _, _, alpha := img.At(0, 0).RGBA(); alpha != 0 {
		t.Error("the refusal has a ground of its own")
	}
}

func TestCheckDigit(t *testing.T) {
	// The specimen of ICAO Doc 9303 part 4, appendix B.
	for field, want := range map[string]string{"L898902C3": "6", "740812": "2", "120415": "9", "ZE184226B<<<<<": "1"} {
		if got := checkDigit(field); got != want {
			t.Errorf("%s: %s, want %s", field, got, want)
		}
	}
	for _, family := range []string{"HADDAD", "BENABDERRAHMANE-DÉSORMEAUX D’ŒUVRAY"} {
		for _, line := range machineLines(passport{code: "USA", number: "000000000", family: family, given: "ANAÏS-NOËL", sex: "F", bornShort: "840211", expiresShort: "310308"}) {
			if len(line) != 44 {
				t.Errorf("%q has %d characters", line, len(line))
			}
		}
	}
}

func TestShape(t *testing.T) {
	tests := map[string]string{
		"plain":  "plain",
		"نور":    "\ufead\ufeee\ufee7",        // reh alone, waw final, noon initial
		"دار":    "\ufead\ufe8d\ufea9",        // none of the three joins the next
		"لا":     "\ufefb",                    // one sign for two letters
		"سلام":   "\ufee1\ufefc\ufeb3",        // the same behind a letter that joins it
		"في ٢٠":  "\u0662\u0660 \ufef2\ufed3", // the number keeps its order
		"قلب، أ": "\ufe83 \u060c\ufe90\ufee0\ufed7",
	}
	for in, want := range tests {
		if got := shape(in); got != want {
			t.Errorf("%s: %+q, want %+q", in, got, want)
		}
	}
}

// TestLettersHaveTheirGlyphs holds that no face lacks a letter of the texts in Arabic.
func TestLettersHaveTheirGlyphs(t *testing.T) {
	names, err := sampleNames()
	if err != nil {
		t.Fatal(err)
	}
	face, err := font.NewSet().Face(font.DejaVu)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		s, err := readSample("..", name)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range s.docs {
			if d.Kind != "right-to-left" {
				continue
			}
			body, err := s.write(d)
			if err != nil {
				t.Fatal(err)
			}
			for line := range strings.SplitSeq(body, "\n") {
				for _, r := range shape(line) {
					if _, ok := face.Glyph(r); !ok {
						t.Errorf("%s: %s: no glyph for %U", d.File, line, r)
					}
				}
			}
		}
	}
}
