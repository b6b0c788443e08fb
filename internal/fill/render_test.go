package fill_test

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sort"
	"testing"

	"parolepack/internal/fill"
	"parolepack/internal/pdf"
)

// A picture is a page at 72 dots an inch: one byte a pixel, one pixel a point, the first row at the top.
type picture struct {
	width, height int
	pixels        []byte
}

// ink is the blackness inside r in square points, drawn in by margin.
func (p picture) ink(r pdf.Rect, margin float64) float64 {
	sum := 0
	p.each(r, margin, func(i int) { sum += 255 - int(p.pixels[i]) })
	return float64(sum) / 255
}

// apart is the mean difference of two pictures inside r, 0 to 1.
func (p picture) apart(q picture, r pdf.Rect) float64 {
	sum, n := 0.0, 0
	p.each(r, 1, func(i int) { sum, n = sum+math.Abs(float64(p.pixels[i])-float64(q.pixels[i])), n+1 })
	return sum / 255 / float64(max(1, n))
}

func (p picture) each(r pdf.Rect, margin float64, do func(i int)) {
	x0, x1 := max(0, int(math.Ceil(r.LLX+margin))), min(p.width, int(r.URX-margin))
	y0, y1 := max(0, int(math.Ceil(float64(p.height)-r.URY+margin))), min(p.height, int(float64(p.height)-r.LLY-margin))
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			do(y*p.width + x)
		}
	}
}

// A renderer turns a file into pictures of its pages.
type renderer struct {
	name    string
	command func(file, out string) []string
}

// renderers are the foreign tools that are on this machine.
func renderers(t *testing.T) []renderer {
	t.Helper()
	known := []renderer{
		{"pdftoppm", func(file, out string) []string { return []string{"-r", "72", "-gray", file, out + "/p"} }},
		{"mutool", func(file, out string) []string {
			return []string{"draw", "-q", "-r", "72", "-F", "pgm", "-o", out + "/p%03d.pgm", file}
		}},
	}
	known = slices.DeleteFunc(known, func(r renderer) bool { _, err := exec.LookPath(r.name); return err != nil })
	if len(known) == 0 {
		t.Skip("neither pdftoppm nor mutool on PATH")
	}
	return known
}

func (r renderer) pages(t *testing.T, file string) []picture {
	t.Helper()
	dir := t.TempDir()
	if out, err := exec.Command(r.name, r.command(file, dir)...).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v: %s", r.name, err, out)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.pgm"))
	must(t, err)
	sort.Strings(files)
	var out []picture
	for _, f := range files {
		out = append(out, readPicture(t, f))
	}
	return out
}

// readPicture reads a binary PGM file.
func readPicture(t *testing.T, path string) picture {
	t.Helper()
	data, err := os.ReadFile(path)
	must(t, err)
	var p picture
	var most int
	if _, err := fmt.Fscanf(bytes.NewReader(data), "P5\n%d %d\n%d", &p.width, &p.height, &most); err != nil {
		t.Fatalf("%s: %v in %q", path, err, data[:20])
	}
	p.pixels = data[len(data)-p.width*p.height:]
	return p
}

// Every valued field shows ink where it is, every other field looks as in the blank, flattened and live
// look alike, and the renderers agree. Odd and even fields take turns, so each is seen both ways.
func TestRenderedFieldByField(t *testing.T) {
	tools := renderers(t)
	eachBlank(t, func(t *testing.T, b *fill.Blank, file string) {
		before := map[string][]picture{}
		for _, tool := range tools {
			before[tool.name] = tool.pages(t, file)
		}
		for turn := range 2 {
			part := everything(t, b, func(i int) bool { return i%2 == turn })
			flat := write(t, "flat.pdf", flattened(t, b, part))
			live := write(t, "live.pdf", liveBytes(t, b, part))
			var seen []map[string]float64
			for _, tool := range tools {
				c := comparison{t: t, tool: tool.name, turn: turn, blank: before[tool.name], flat: tool.pages(t, flat)}
				c.live = c.flat
				if turn == 0 {
					c.live = tool.pages(t, live)
				}
				seen = append(seen, c.fields(fieldsOf(t, b)))
			}
			agree(t, seen)
		}
	})
}

// agree holds two renderers' ink of each field against each other.
func agree(t *testing.T, seen []map[string]float64) {
	t.Helper()
	if len(seen) < 2 {
		return
	}
	for name, a := range seen[0] {
		if b := seen[1][name]; math.Abs(a-b) > 2+0.25*max(a, b) {
			t.Errorf("%s: %.1f square points of ink in one renderer, %.1f in the other", name, a, b)
		}
	}
}

// comparison is one tool's pictures of a blank and of its filled copies.
type comparison struct {
	t                 *testing.T
	tool              string
	turn              int
	blank, flat, live []picture
}

// fields checks each field and gives the ink that its value added.
func (c comparison) fields(fields []pdf.Field) map[string]float64 {
	if len(c.flat) != len(c.blank) || len(c.live) != len(c.blank) {
		c.t.Fatalf("%s: %d pages blank, %d flat, %d live", c.tool, len(c.blank), len(c.flat), len(c.live))
	}
	out := map[string]float64{}
	for i, f := range fields {
		_, ok := valued(f)
		for _, w := range f.Widgets {
			out[f.Name] = c.widget(f.Name, w, ok && i%2 == c.turn)
		}
	}
	return out
}

// least is how much ink the smallest value adds, in square points: the agency's thin cross has about six.
const least = 3

func (c comparison) widget(name string, w pdf.Widget, valued bool) float64 {
	blank, flat, live := c.blank[w.Page-1], c.flat[w.Page-1], c.live[w.Page-1]
	added := flat.ink(w.Rect, 1) - blank.ink(w.Rect, 1)
	if valued && added < least {
		c.t.Errorf("%s: %s: page %d: a value adds %.1f square points of ink, want %d", c.tool, name, w.Page, added, least)
	}
	if apart := flat.apart(blank, w.Rect); !valued && apart > 0.01 {
		c.t.Errorf("%s: %s: page %d: no value, yet it differs from the blank by %.3f", c.tool, name, w.Page, apart)
	}
	// A renderer may snap a line of text to another row of pixels, so ink is compared and not pixels.
	if drawn := flat.ink(w.Rect, 1); math.Abs(drawn-live.ink(w.Rect, 1)) > 1+0.05*drawn {
		c.t.Errorf("%s: %s: page %d: %.1f square points flattened, %.1f live", c.tool, name, w.Page, drawn, live.ink(w.Rect, 1))
	}
	return added
}
