package packet

import (
	"math"
	"os"
	"path/filepath"
	"testing"

	"parolepack/internal/pdf"
	"parolepack/internal/plan"
	"parolepack/internal/testkit"
)

// least is how much ink the smallest value adds, in square points: a thin cross has about six.
const least = 3

// TestTheMedicalPacketFieldByField builds the medical case on the official blanks and holds every
// field of every official form in the packet against its blank, as each renderer shows them: ink
// where the plan has a value, nothing where it has none, barcodes untouched, both renderers agreeing.
func TestTheMedicalPacketFieldByField(t *testing.T) {
	fieldByField(t, medical(t), 339+97+5+27)
}

// TestTheWaiverPacketsFieldByField does the same for fee waivers: on every basis with every helper, and on none of them
// with a guardian, so that each box of the form is seen both ways.
func TestTheWaiverPacketsFieldByField(t *testing.T) {
	t.Run("petitioner", func(t *testing.T) {
		t.Parallel()
		fieldByField(t, hardUp(t), 339+97+5+221)
	})
	t.Run("guardian", func(t *testing.T) {
		t.Parallel()
		fieldByField(t, guarded(t), 339+5+221)
	})
}

// fieldByField builds a job on the official blanks and looks at every one of so many fields.
func fieldByField(t *testing.T, job Job, fields int) { fieldByFieldIn(t, house(t), job, fields) }

// fieldByFieldIn does it with the data of a house of the test's own.
func fieldByFieldIn(t *testing.T, h *House, job Job, fields int) {
	forms := testkit.Forms(t)
	tools := testkit.Renderers(t)
	h.Before, job.Practice = []string{forms}, false
	desk := h.Desk()
	defer desk.Close()
	file := filepath.Join(t.TempDir(), "packet.pdf")
	w, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	r, err := build(t.Context(), desk, job, w)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	s := sight{t: t, house: h, fields: fields}
	for _, tool := range tools {
		s.seen = append(s.seen, s.packet(tool, r.Plan, tool.Pages(t, file)))
	}
	s.agree()
}

// sight looks at packets through foreign eyes.
type sight struct {
	t     *testing.T
	house *House
	// fields is how many fields the official forms of the packet have.
	fields int
	// seen is each renderer's ink by part and field.
	seen []map[string]float64
}

// packet looks at every official form of a packet through one renderer.
func (s *sight) packet(tool testkit.Renderer, p *plan.Plan, pages []testkit.Picture) map[string]float64 {
	if len(pages) != p.Pages {
		s.t.Fatalf("%s: %d pages, the plan has %d", tool.Name, len(pages), p.Pages)
	}
	seen, fields := map[string]float64{}, 0
	for i := range p.Parts {
		part := &p.Parts[i]
		if part.Form == nil || part.Form.Practice {
			continue
		}
		ed, _ := s.house.Catalog.Edition(part.Form.Form, part.Form.Edition)
		path, ok := s.house.Blank(ed, "")
		if !ok {
			s.t.Fatalf("%s: no blank", part.ID)
		}
		blank := tool.Pages(s.t, path)
		values := map[string]bool{}
		for _, f := range part.Form.Fields {
			values[f.Name] = true
		}
		for _, f := range ed.Fields {
			fields++
			rect := pdf.Rect{LLX: f.Rect[0], LLY: f.Rect[1], URX: f.Rect[2], URY: f.Rect[3]}
			seen[part.ID+" "+f.Name] = s.field(tool.Name+": "+part.ID+" "+f.Name, rect, values[f.Name], blank[f.Page-1], pages[part.First+f.Page-2])
		}
	}
	if fields != s.fields {
		s.t.Errorf("%s: %d fields looked at, want %d", tool.Name, fields, s.fields)
	}
	return seen
}

// field compares one box of a packet page with the blank's and gives the ink that was added.
func (s *sight) field(name string, r pdf.Rect, valued bool, blank, page testkit.Picture) float64 {
	added := page.Ink(r, 1) - blank.Ink(r, 1)
	if valued && added < least {
		s.t.Errorf("%s: a value adds %.1f square points of ink, want %d", name, added, least)
	}
	if apart := page.Apart(blank, r); !valued && apart > 0.01 {
		s.t.Errorf("%s: no value, yet it differs from the blank by %.3f", name, apart)
	}
	return added
}

// agree holds the renderers against each other.
func (s *sight) agree() {
	for name, a := range s.seen[0] {
		for _, other := range s.seen[1:] {
			if b := other[name]; math.Abs(a-b) > 2+0.25*max(a, b) {
				s.t.Errorf("%s: %.1f square points of ink in one renderer, %.1f in the other", name, a, b)
			}
		}
	}
}
