package main

import (
	"bytes"
	"context"
	"image/png"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parolepack/internal/font"
	"parolepack/internal/pdf"
)

// committed is the sample as the repository holds it.
const committed = "../medical"

// TestFilesAreCurrent holds that the program writes the very bytes that are committed, the schema
// among them.
func TestFilesAreCurrent(t *testing.T) {
	dir := t.TempDir()
	if err := writeAll(context.Background(), dir); err != nil {
		t.Fatal(err)
	}
	for _, f := range files() {
		made, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(f.path)))
		if err != nil {
			t.Fatal(err)
		}
		kept, err := os.ReadFile(filepath.Join(committed, filepath.FromSlash(f.path)))
		if err != nil || !bytes.Equal(made, kept) {
			t.Errorf("%s is out of date (%v): run go run ./samples/generate", f.path, err)
		}
	}
}

func TestFilesAreSmall(t *testing.T) {
	const most, total = 150_000, 700_000
	var sum int64
	err := filepath.WalkDir(filepath.Join(committed, "exhibits"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			sum += info.Size()
			if info.Size() > most {
				t.Errorf("%s has %d bytes", path, info.Size())
			}
		}
		return err
	})
	if err != nil || sum > total || sum == 0 {
		t.Errorf("%d bytes in all (%v)", sum, err)
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
	for _, line := range machineLines(samir()) {
		if len(line) != 44 {
			t.Errorf("%q has %d characters", line, len(line))
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

// TestLettersHaveTheirGlyphs holds that no face lacks a letter of the scanned text.
func TestLettersHaveTheirGlyphs(t *testing.T) {
	body, err := text("saad-letter.txt")
	if err != nil {
		t.Fatal(err)
	}
	face, err := font.NewSet().Face(font.DejaVu)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.SplitSeq(body, "\n") {
		for _, r := range shape(line) {
			if _, ok := face.Glyph(r); !ok {
				t.Errorf("%s: no glyph for %U", line, r)
			}
		}
	}
}
