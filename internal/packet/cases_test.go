package packet

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"parolepack/internal/boxes"
	"parolepack/internal/casefile"
	"parolepack/internal/catalog"
	"parolepack/internal/pagetext"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
	"parolepack/internal/testkit"
	"parolepack/internal/testkit/casegen"
)

// How many generated cases are built: a slice on every run, all of them where PAROLEPACK_ALL_CASES is set, as .ci/run does.
const (
	sliceOfCases, allCases = 12, 300
	// casesAtOnce is how many cases one subtest builds, pagesAtOnce how many of their pages are joined for one call of a renderer.
	casesAtOnce, pagesAtOnce = 25, 100
)

// TestGeneratedCasesByField builds generated cases on the official blanks and holds every page of every form that they fill
// against its blank, as poppler and MuPDF show and read it: the text of every field in its rectangle, ink in every chosen
// box, no other ink anywhere, barcodes as they were. A page of which all fields are as on one that was looked at already
// is not looked at again.
func TestGeneratedCasesByField(t *testing.T) {
	forms, tools := testkit.Forms(t), testkit.Renderers(t)
	s := newSighting(t, forms, tools)
	t.Run("cases", func(t *testing.T) {
		for chunk := range slices.Chunk(generated(t), casesAtOnce) {
			t.Run(chunk[0].Name, func(t *testing.T) {
				t.Parallel()
				s.cases(t, chunk, false)
			})
		}
	})
	s.report(t)
}

// TestGeneratedCasesOnPracticeForms does the same with practice forms and our own reader of text, for whoever has neither the
// blanks nor the renderers: every text is in its rectangle and no other text anywhere.
func TestGeneratedCasesOnPracticeForms(t *testing.T) {
	s := newSighting(t, "", nil)
	t.Run("cases", func(t *testing.T) {
		for chunk := range slices.Chunk(generated(t), casesAtOnce) {
			t.Run(chunk[0].Name, func(t *testing.T) {
				t.Parallel()
				s.cases(t, chunk, true)
			})
		}
	})
	s.report(t)
}

func generated(t testing.TB) []casegen.Case {
	t.Helper()
	n := sliceOfCases
	if os.Getenv("PAROLEPACK_ALL_CASES") != "" {
		n = allCases
	}
	cases, err := casegen.Cases(n, "exhibit.pdf")
	if err != nil {
		t.Fatal(err)
	}
	return cases
}

// sighting is what all chunks of cases share.
type sighting struct {
	t      *testing.T
	houses []*House
	tools  []testkit.Renderer
	dir    string
	mu     sync.Mutex
	// proven are the pages that were looked at, by all that they show; pages counts those that were not looked at again, too.
	proven map[[sha256.Size]byte]bool
	pages  int
	blanks map[string]*blankSeen
	// filled and left tell by edition and name the fields that some page filled and that some page left empty.
	filled, left map[string]bool
	// lengths and fullest tell how many lengths of text a field has shown and the greatest part of its room that one took.
	lengths map[string]map[int]bool
	fullest map[string]float64
	// ours are the texts of blanks as our own reader has them, by map and page.
	ours map[string][]testkit.Mark
}

// blankSeen is a blank as each tool shows and reads it.
type blankSeen struct {
	pictures map[string][]testkit.Picture
	marks    map[string][][]testkit.Mark
}

func newSighting(t *testing.T, forms string, tools []testkit.Renderer) *sighting {
	s := &sighting{
		t: t, houses: []*House{house(t), olderHouse(t)}, tools: tools, dir: t.TempDir(), proven: map[[sha256.Size]byte]bool{},
		blanks: map[string]*blankSeen{}, filled: map[string]bool{}, left: map[string]bool{},
		ours: map[string][]testkit.Mark{}, lengths: map[string]map[int]bool{}, fullest: map[string]float64{},
	}
	for _, h := range s.houses {
		if forms != "" {
			h.Before = []string{forms}
		}
	}
	exhibit, err := os.ReadFile(filepath.Join("..", "..", "samples", "medical", "exhibits", "passport.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(s.dir, "exhibit.pdf"), exhibit, 0o600); err != nil {
		t.Fatal(err)
	}
	return s
}

// cases builds some cases and looks at the pages of their forms, so many at once.
func (s *sighting) cases(t *testing.T, list []casegen.Case, practiceForms bool) {
	l := &look{sighting: s, t: t}
	desks := []*Desk{s.houses[0].Desk(), s.houses[1].Desk()}
	for i, c := range list {
		// Two of three are filed by a firm that still takes the I-134 of which the blank is at hand.
		which := min(1, i%3)
		l.take(desks[which], c, practiceForms)
	}
	l.flush()
	for _, d := range desks {
		d.Close()
	}
}

// look is one chunk's pages on their way to the renderers.
type look struct {
	*sighting
	t     *testing.T
	queue []formPage
}

// formPage is one page of a filled form in a packet.
type formPage struct {
	name     string // for messages
	edition  *catalog.Edition
	house    *House
	practice bool
	number   int // of the form, 1-based
	fields   []plan.Field
	marks    stampsOf
	doc      *pdf.Document
	at       int // of the packet, 1-based
}

// stampsOf are the words that a packet puts on a form's page.
type stampsOf struct{ Draft, Practice, Expedite bool }

// take plans and builds a case and puts the pages that were not seen yet into the queue.
func (l *look) take(desk *Desk, c casegen.Case, practiceForms bool) {
	file, err := casefile.Read(c.Name, c.JSON, casefile.Options{})
	if err != nil {
		l.t.Fatalf("%s: %v", c.Name, err)
	}
	job := Job{Case: file, Dir: l.dir, AsOf: casefile.Date{Year: 2026, Month: 11, Day: 24}, Practice: practiceForms}
	var packet bytes.Buffer
	r, err := build(l.t.Context(), desk, job, &packet)
	if err != nil {
		l.t.Errorf("%s (%s): %v", c.Name, c.Switches, err)
		return
	}
	doc, err := pdf.Open(bytes.NewReader(packet.Bytes()), int64(packet.Len()), pdf.Options{})
	if err != nil {
		l.t.Fatalf("%s: %v", c.Name, err)
	}
	for i := range r.Plan.Parts {
		if part := &r.Plan.Parts[i]; part.Form != nil {
			l.part(desk.house, c.Name, r.Plan, part, doc)
		}
	}
	if len(l.queue) >= pagesAtOnce {
		l.flush()
	}
}

func (l *look) part(h *House, name string, p *plan.Plan, part *plan.Part, doc *pdf.Document) {
	for _, page := range formPages(l.t, h, p, part) {
		page.name, page.doc = name+": "+page.name, doc
		if l.fresh(&page) {
			l.queue = append(l.queue, page)
		}
	}
}

// formPages are the pages of one form of a packet.
func formPages(t *testing.T, h *House, p *plan.Plan, part *plan.Part) []formPage {
	mapped, ok := h.Catalog.Edition(part.Form.Form, part.Form.Edition)
	if !ok {
		t.Fatalf("%s: no such edition", part.ID)
	}
	ed, err := boxes.Placed(mapped)
	if err != nil {
		t.Fatal(err)
	}
	var pages []formPage
	for n := 1; n <= ed.Pages; n++ {
		page := formPage{
			name: fmt.Sprintf("%s, page %d", part.ID, n), edition: ed, house: h, practice: part.Form.Practice, number: n,
			marks: stampsOf{p.Draft, p.Practice || part.Form.Practice, part.Form.Expedite && n == 1}, at: part.First + n - 1,
		}
		for _, f := range part.Form.Fields {
			if f.Page == n {
				page.fields = append(page.fields, f)
			}
		}
		pages = append(pages, page)
	}
	return pages
}

// fresh reports whether a page shows anything that no page showed before it.
func (s *sighting) fresh(p *formPage) bool {
	shown := struct {
		Form, Edition string
		Practice      bool
		Number        int
		Fields        []plan.Field
		Marks         stampsOf
	}{p.edition.Form, p.edition.Edition, p.practice, p.number, slices.Clone(p.fields), p.marks}
	for i := range shown.Fields {
		shown.Fields[i].From = nil
	}
	data, err := json.Marshal(shown)
	if err != nil {
		panic(err)
	}
	key := sha256.Sum256(data)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pages++
	if s.proven[key] {
		return false
	}
	s.proven[key] = true
	return true
}

// flush looks at the queue: through every tool, or with our own reader where there is none.
func (l *look) flush() {
	switch {
	case len(l.queue) == 0:
		return
	case len(l.tools) > 0:
		l.throughTools()
	default:
		l.withOurReader()
	}
	l.note()
	l.queue = nil
}

// throughTools joins the queue into one file, so that each tool starts once, and compares what the tools saw.
func (l *look) throughTools() {
	file := l.joined()
	ink := make([]map[string]float64, len(l.queue))
	for k, tool := range l.tools {
		pictures, marks := tool.Pages(l.t, file), tool.Marks(l.t, file)
		if len(pictures) != len(l.queue) || len(marks) != len(l.queue) {
			l.t.Fatalf("%s: %d pictures and %d texts of %d pages", tool.Name, len(pictures), len(marks), len(l.queue))
		}
		for i := range l.queue {
			p := &l.queue[i]
			e := eye{page: p, picture: pictures[i], marks: marks[i]}
			e.blank, e.printed = l.blank(p, tool)
			got := e.look()
			l.tell(tool.Name, p, e.wrong)
			if k > 0 {
				agreed(l.t, p.name, ink[i], got)
			}
			ink[i] = got
		}
	}
	if err := os.Remove(file); err != nil {
		l.t.Fatal(err)
	}
}

// joined writes the queue's pages into one file.
func (l *look) joined() string {
	file := filepath.Join(l.t.TempDir(), "pages.pdf")
	w, err := os.Create(file)
	if err != nil {
		l.t.Fatal(err)
	}
	if err := errors.Join(join(w, l.queue), w.Close()); err != nil {
		l.t.Fatal(err)
	}
	return file
}

// withOurReader reads the queue's texts.
func (l *look) withOurReader() {
	for i := range l.queue {
		p := &l.queue[i]
		e := eye{page: p, printed: l.printed(p), marks: marksOf(l.t, p.doc, p.at)}
		e.look()
		l.tell("our reader", p, e.wrong)
	}
}

// printed are the texts of a blank's page.
func (s *sighting) printed(p *formPage) []testkit.Mark {
	s.mu.Lock()
	defer s.mu.Unlock()
	key := fmt.Sprint(p.edition.File, p.number)
	if marks, ok := s.ours[key]; ok {
		return marks
	}
	doc, err := pdf.OpenFile(s.blankFile(p), pdf.Options{})
	if err != nil {
		s.t.Fatal(err)
	}
	defer doc.Close()
	s.ours[key] = marksOf(s.t, doc, p.number)
	return s.ours[key]
}

// marksOf is a page's text as we read it ourselves, each piece at the place where it begins.
func marksOf(t *testing.T, doc *pdf.Document, page int) []testkit.Mark {
	runs, err := pagetext.Runs(doc, page)
	if err != nil {
		t.Fatal(err)
	}
	var list []testkit.Mark
	for _, r := range runs {
		if strings.TrimSpace(r.Text) != "" {
			list = append(list, testkit.Mark{Text: r.Text, Box: pdf.Rect{LLX: r.X, LLY: r.Y, URX: r.X, URY: r.Y}})
		}
	}
	return list
}

// tell fails the test with what was wrong about a page.
func (l *look) tell(reader string, p *formPage, wrong []string) {
	for _, w := range wrong {
		l.t.Errorf("%s: %s: %s", reader, p.name, w)
	}
}

// note remembers which fields were seen filled and which empty, and how full.
func (l *look) note() {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, p := range l.queue {
		for i := range p.edition.Fields {
			f := &p.edition.Fields[i]
			if f.Page != p.number {
				continue
			}
			key := p.edition.File + " " + f.Name
			at := slices.IndexFunc(p.fields, func(v plan.Field) bool { return v.Name == f.Name })
			l.filled[key], l.left[key] = l.filled[key] || at >= 0, l.left[key] || at < 0
			if at >= 0 && f.Kind == catalog.KindText {
				l.measure(key, f, &p.fields[at])
			}
		}
	}
}

// measure remembers how much of a field's room a text took: of its characters or of its width, at the size it is set in.
func (l *look) measure(key string, f *catalog.Field, v *plan.Field) {
	if l.lengths[key] == nil {
		l.lengths[key] = map[int]bool{}
	}
	const padding, courier = 4, 0.6 // points; widths of a character, in sizes
	for _, line := range v.Lines {
		n := len([]rune(line))
		l.lengths[key][n] = true
		taken := courier * v.Size * float64(n) / (f.Rect[2] - f.Rect[0] - padding)
		if f.MaxLen > 0 {
			taken = max(taken, float64(n)/float64(f.MaxLen))
		}
		l.fullest[key] = max(l.fullest[key], taken)
	}
}

// agreed holds the ink of two tools against one another.
func agreed(t *testing.T, name string, a, b map[string]float64) {
	for field, x := range a {
		if y := b[field]; math.Abs(x-y) > 2+0.25*max(x, y) {
			t.Errorf("%s: %s: %.1f square points of ink in one renderer, %.1f in the other", name, field, x, y)
		}
	}
}

// blank is a page of a form as a tool shows and reads it before anything is filled in.
func (s *sighting) blank(p *formPage, tool testkit.Renderer) (testkit.Picture, []testkit.Mark) {
	s.mu.Lock()
	defer s.mu.Unlock()
	key := fmt.Sprint(p.edition.File, p.practice)
	seen := s.blanks[key]
	if seen == nil {
		seen = &blankSeen{pictures: map[string][]testkit.Picture{}, marks: map[string][][]testkit.Mark{}}
		s.blanks[key] = seen
	}
	if seen.pictures[tool.Name] == nil {
		file := s.blankFile(p)
		seen.pictures[tool.Name], seen.marks[tool.Name] = tool.Pages(s.t, file), tool.Marks(s.t, file)
	}
	return seen.pictures[tool.Name][p.number-1], seen.marks[tool.Name][p.number-1]
}

// blankFile is where the blank of a page lies; a practice form is written first.
func (s *sighting) blankFile(p *formPage) string {
	if !p.practice {
		path, _ := p.house.Blank(p.edition, "")
		return path
	}
	mapped, _ := p.house.Catalog.Edition(p.edition.Form, p.edition.Edition)
	data, err := p.house.practiceBlank(mapped)
	if err != nil {
		s.t.Fatal(err)
	}
	path := filepath.Join(s.dir, strings.ReplaceAll(p.edition.File, "/", "-")+".pdf")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		s.t.Fatal(err)
	}
	return path
}

// join copies pages out of their packets, untouched, into one file.
func join(to io.Writer, pages []formPage) error {
	w := pdf.NewWriter(to, pdf.WriterOptions{})
	tree := w.Reserve()
	var kids pdf.Array
	for _, p := range pages {
		page, err := p.doc.Page(p.at)
		if err != nil {
			return err
		}
		imp := w.Importer(p.doc)
		dict := pdf.Dict{"Type": pdf.Name("Page"), "Parent": tree, "MediaBox": page.MediaBox.Array(), "Rotate": pdf.Integer(page.Rotate)}
		for _, key := range []pdf.Name{"Resources", "Contents"} {
			if dict[key], err = imp.Object(page.Dict[key]); err != nil {
				return err
			}
		}
		if err := imp.Drain(); err != nil {
			return err
		}
		ref, err := w.Add(dict)
		if err != nil {
			return err
		}
		kids = append(kids, ref)
	}
	if err := w.Write(tree, pdf.Dict{"Type": pdf.Name("Pages"), "Count": pdf.Integer(len(kids)), "Kids": kids}); err != nil {
		return err
	}
	root, err := w.Add(pdf.Dict{"Type": pdf.Name("Catalog"), "Pages": tree})
	if err != nil {
		return err
	}
	_, err = w.Close(root, nil)
	return err
}

// report tells how much was seen. Where all cases were built, it wants every field that a map fills to have been seen filled
// and, unless every case answers it, empty, and every field of free text more than half full.
func (s *sighting) report(t *testing.T) {
	t.Logf("%d pages of forms, %d of them different", s.pages, len(s.proven))
	if os.Getenv("PAROLEPACK_ALL_CASES") == "" || t.Failed() {
		return
	}
	for _, ed := range s.houses[0].Catalog.Editions() {
		for i := range ed.Fields {
			if f := &ed.Fields[i]; f.Expr != nil || f.Blank == catalog.Overflow {
				s.both(t, ed, f)
			}
		}
	}
}

func (s *sighting) both(t *testing.T, ed *catalog.Edition, f *catalog.Field) {
	// A text of so many lengths is free text; dates, telephones and numbers have few.
	const manyLengths, half = 8, 0.5
	key := ed.File + " " + f.Name
	if !s.filled[key] {
		t.Errorf("%s: item %s, %s: no case fills it", ed.File, f.Item, f.Name)
	}
	if !s.left[key] && !slices.Contains(always(), ed.Form+" "+f.Item+" "+f.Label) {
		t.Errorf("%s: item %s, %s: no case leaves it empty", ed.File, f.Item, f.Name)
	}
	if len(s.lengths[key]) >= manyLengths && s.fullest[key] < half {
		t.Errorf("%s: item %s, %s: no case fills more than %.2f of its room", ed.File, f.Item, f.Name, s.fullest[key])
	}
}

// always are the fields that every case fills: what a case file must say, and what a request for parole is.
func always() []string {
	return []string{
		"I-131 1.7 Parole, outside the U.S., no program", "I-131 2.1 Family name", "I-131 13.1 Family name",
		"I-134 1.1.a Family name", "I-134 2.1.a Family name", "I-134 2.2 Date of birth", "I-134 7.1.a Family name",
		"I-134 2.1 Family name", "I-134 8.1 Family name", "I-912 2.2 Family name", "I-912 3.1 Row 1: full name",
		"I-912 3.1 Total number of forms", "I-912 10.1 Family name", "G-28 1.2.a Family name", "G-28 3.1.a USCIS",
		"G-28 3.1.b Form numbers", "G-1145 1 Family name", "G-1450 1 Family name", "G-1450 5 Authorized amount, U.S. dollars",
	}
}
