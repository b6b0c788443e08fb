package testkit

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parolepack/internal/pdf"
)

// Every tool finds the words of a page where they stand, whatever it makes of them: words or characters.
func TestMarks(t *testing.T) {
	file := filepath.Join(t.TempDir(), "sheet.pdf")
	sheet := Sheet("BT /F1 10 Tf 100 700 Td (Hal & <Ibn>) Tj ET", "")
	if err := os.WriteFile(file, sheet, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tool := range Renderers(t) {
		pages := tool.Marks(t, file)
		if len(pages) != 1 || len(pages[0]) < 3 {
			t.Fatalf("%s: %v", tool.Name, pages)
		}
		text := ""
		for _, m := range pages[0] {
			text += m.Text
		}
		first := pages[0][0].Box
		if text != "Hal&<Ibn>" || math.Abs(first.LLX-100) > 0.5 || first.LLY > 700 || first.URY < 705 {
			t.Errorf("%s: %q from %v", tool.Name, text, first)
		}
	}
}

func TestStrays(t *testing.T) {
	blank := Picture{Width: 10, Height: 10, Pixels: []byte(strings.Repeat("\xff", 100))}
	page := Picture{Width: 10, Height: 10, Pixels: []byte(strings.Repeat("\xff", 100))}
	page.Pixels[2*10+3], page.Pixels[7*10+8], page.Pixels[0] = 0, 200, 250
	tests := map[string]struct {
		allowed []pdf.Rect
		n, x, y int
	}{
		"everywhere":      {nil, 2, 3, 2},
		"one is allowed":  {[]pdf.Rect{{LLX: 3, LLY: 7, URX: 4, URY: 8}}, 1, 8, 7},
		"beside":          {[]pdf.Rect{{LLX: 4, LLY: 7, URX: 5, URY: 8}}, 2, 3, 2},
		"all are allowed": {[]pdf.Rect{{LLX: 3.5, LLY: 7.5, URX: 3.6, URY: 7.6}, {LLX: 0, LLY: 0, URX: 10, URY: 3}}, 0, 0, 0},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if n, x, y := page.Strays(blank, tt.allowed); n != tt.n || x != tt.x || y != tt.y {
				t.Errorf("%d points, first at %d, %d; want %d at %d, %d", n, x, y, tt.n, tt.x, tt.y)
			}
		})
	}
	if n, _, _ := page.Strays(Picture{}, nil); n != 100 {
		t.Errorf("pictures of two sizes differ in %d points", n)
	}
}
