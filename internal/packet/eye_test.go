package packet

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"parolepack/internal/catalog"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
	"parolepack/internal/testkit"
)

// TestTheEyeSeesWhatIsWrong tells the eye lies about a page and wants each noticed.
func TestTheEyeSeesWhatIsWrong(t *testing.T) {
	tool := testkit.Renderers(t)[0]
	page, e := seenPage(t, tool)
	sex := slices.IndexFunc(page.fields, func(f plan.Field) bool { return f.Item == "2.8" })
	name := slices.IndexFunc(page.fields, func(f plan.Field) bool { return f.Item == "2.2" && f.Kind == plan.TextField })
	tests := map[string]struct {
		lie  func(e *eye)
		want string
	}{
		"nothing":           {func(*eye) {}, ""},
		"another text":      {func(e *eye) { e.page.fields[name].Lines = []string{"Hadad"} }, `want "Hadad"`},
		"an empty box":      {func(e *eye) { e.page.fields = slices.Delete(e.page.fields, name, name+1) }, "where nothing is filled in"},
		"an unticked box":   {func(e *eye) { e.page.fields = slices.Delete(e.page.fields, sex, sex+1) }, "points differ"},
		"another box":       {func(e *eye) { e.page.fields[sex].Rect = [4]float64{332, 500, 342, 510} }, "square points of ink"},
		"two boxes":         {func(e *eye) { e.page.fields = append(e.page.fields, e.page.fields[sex]) }, "2 boxes are ticked"},
		"a stamp":           {func(e *eye) { e.page.marks.Draft = true }, "a stamp is missing"},
		"no stamp":          {func(e *eye) { e.page.marks.Practice = false }, "points differ"},
		"a smudged barcode": {func(e *eye) { e.picture.Pixels[(792-20)*612+300] ^= 0xff }, "barcode"},
		"a speck":           {func(e *eye) { e.picture.Pixels[300*612+4] ^= 0xff }, "1 points differ from the blank where nothing is filled in, the first at 4, 300"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			p, liar := page, e
			p.fields, liar.page = slices.Clone(page.fields), &p
			liar.picture.Pixels = slices.Clone(e.picture.Pixels)
			tt.lie(&liar)
			liar.look()
			got := strings.Join(liar.wrong, "\n")
			if tt.want == "" && got != "" || !strings.Contains(got, tt.want) {
				t.Errorf("sees %q, want %q", got, tt.want)
			}
		})
	}
}

// seenPage is page 5 of the medical sample's I-131 on its practice form, and what a tool sees of it.
func seenPage(t *testing.T, tool testkit.Renderer) (formPage, eye) {
	s := newSighting(t, "", nil)
	desk := s.houses[0].Desk()
	defer desk.Close()
	file := filepath.Join(t.TempDir(), "packet.pdf")
	w, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	r, err := build(t.Context(), desk, medical(t), w)
	if err := errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	part, _ := r.Plan.Part("i-131/nour")
	page := formPages(t, s.houses[0], r.Plan, part)[4]
	e := eye{picture: tool.Pages(t, file)[page.at-1], marks: tool.Marks(t, file)[page.at-1]}
	e.blank, e.printed = s.blank(&page, tool)
	return page, e
}

// eye looks at one page through one reader.
type eye struct {
	page *formPage
	// blank and picture are the page before and after, as a tool shows it; without points where only the text is read.
	blank, picture testkit.Picture
	// printed and marks are the text of the page before and after.
	printed, marks []testkit.Mark
	// wrong is what is not as it should be.
	wrong []string
}

func (e *eye) complain(format string, args ...any) {
	e.wrong = append(e.wrong, fmt.Sprintf(format, args...))
}

// look checks the whole page and gives the ink that each field's value added.
func (e *eye) look() map[string]float64 {
	ink := map[string]float64{}
	fresh := e.fresh()
	values := map[string]*plan.Field{}
	for i := range e.page.fields {
		values[e.page.fields[i].Name] = &e.page.fields[i]
	}
	for i := range e.page.edition.Fields {
		f := &e.page.edition.Fields[i]
		if f.Page != e.page.number {
			continue
		}
		if v := values[f.Name]; v != nil {
			ink[f.Name] = e.filled(v, fresh)
		} else if apart := e.picture.Apart(e.blank, rectOf(f.Rect)); f.Kind == catalog.KindBarcode && apart != 0 {
			e.complain("barcode %s differs from the blank's by %.4f", f.Name, apart)
		}
	}
	e.onlyOne()
	e.nothingElse(fresh)
	return ink
}

// sees reports whether there are pictures to look at.
func (e *eye) sees() bool { return len(e.picture.Pixels) > 0 }

// onlyOne wants one box at most of each question to be ticked, save where the form asks for all that apply.
func (e *eye) onlyOne() {
	ticked := map[string]int{}
	for _, v := range e.page.fields {
		if v.Kind == plan.CheckField {
			ticked[v.Item]++
		}
	}
	for item, n := range ticked {
		if n > 1 && !slices.Contains(severalOf(e.page.edition.Form), item) {
			e.complain("item %s: %d boxes are ticked", item, n)
		}
	}
}

// severalOf are the items of a form of which several boxes may be ticked: all that apply, or a box and one that says more.
func severalOf(form string) []string {
	return map[string][]string{"I-131": {"3.2"}, "I-912": {"6.3", "9.7.B"}, "I-134": {"6.7.b"}}[form]
}

func rectOf(r [4]float64) pdf.Rect { return pdf.Rect{LLX: r[0], LLY: r[1], URX: r[2], URY: r[3]} }

// fresh are the marks that the blank does not print.
func (e *eye) fresh() []testkit.Mark {
	type place struct {
		text string
		x, y int
	}
	at := func(m testkit.Mark) place {
		return place{m.Text, int(math.Round(m.Box.LLX)), int(math.Round(m.Box.LLY))}
	}
	printed := map[place]int{}
	for _, m := range e.printed {
		printed[at(m)]++
	}
	var list []testkit.Mark
	for _, m := range e.marks {
		if p := at(m); printed[p] > 0 {
			printed[p]--
			continue
		}
		list = append(list, m)
	}
	return list
}

// filled checks one value: its ink, and its text within its rectangle.
func (e *eye) filled(v *plan.Field, fresh []testkit.Mark) float64 {
	box := rectOf(v.Rect)
	added := e.picture.Ink(box, 1) - e.blank.Ink(box, 1)
	if e.sees() && added < least {
		e.complain("item %s, %s: a value adds %.1f square points of ink, want %d", v.Item, v.Name, added, least)
	}
	if v.Kind == plan.CheckField {
		return added
	}
	if got, want := textIn(box, fresh), bare(strings.Join(v.Lines, "")); got != want {
		e.complain("item %s, %s: shows %q, want %q", v.Item, v.Name, got, want)
	}
	return added
}

// textIn is the text whose middle is within a box, line by line, without spaces.
func textIn(box pdf.Rect, marks []testkit.Mark) string {
	var in []testkit.Mark
	for _, m := range marks {
		if within(box, m) {
			in = append(in, m)
		}
	}
	slices.SortStableFunc(in, func(a, b testkit.Mark) int {
		if d := middle(b) - middle(a); math.Abs(d) > 3 {
			return cmp.Compare(d, 0)
		}
		return cmp.Compare(a.Box.LLX, b.Box.LLX)
	})
	var out strings.Builder
	for _, m := range in {
		out.WriteString(m.Text)
	}
	return bare(out.String())
}

func within(box pdf.Rect, m testkit.Mark) bool {
	x, y := (m.Box.LLX+m.Box.URX)/2, middle(m)
	return x >= box.LLX && x <= box.URX && y >= box.LLY && y <= box.URY
}

func middle(m testkit.Mark) float64 { return (m.Box.LLY + m.Box.URY) / 2 }

// bare is a text without spaces, its accents composed.
func bare(s string) string { return norm.NFC.String(strings.Join(strings.Fields(s), "")) }

// nothingElse wants no ink and no text outside of the filled rectangles and the stamps.
func (e *eye) nothingElse(fresh []testkit.Mark) {
	allowed := e.stamps()
	for _, v := range e.page.fields {
		r := rectOf(v.Rect)
		allowed = append(allowed, pdf.Rect{LLX: r.LLX - 1, LLY: r.LLY - 1, URX: r.URX + 1, URY: r.URY + 1})
	}
	if !e.sees() {
		allowed = append(allowed, e.barcodes()...) // their words are no text of the blank's page but of its widgets
	}
	for _, m := range fresh {
		if !slices.ContainsFunc(allowed, func(r pdf.Rect) bool { return within(r, m) }) {
			e.complain("%q stands at %.0f, %.0f, where nothing is filled in", m.Text, m.Box.LLX, m.Box.LLY)
		}
	}
	if n, x, y := e.picture.Strays(e.blank, allowed); n > 0 {
		e.complain("%d points differ from the blank where nothing is filled in, the first at %d, %d", n, x, y)
	}
}

func (e *eye) barcodes() []pdf.Rect {
	var list []pdf.Rect
	for i := range e.page.edition.Fields {
		if f := &e.page.edition.Fields[i]; f.Page == e.page.number && f.Kind == catalog.KindBarcode {
			list = append(list, rectOf(f.Rect))
		}
	}
	return list
}

// stamps are the places of the words that the packet puts on the page, each of which must be there.
func (e *eye) stamps() []pdf.Rect {
	const w, h = 612.0, 792.0
	var list []pdf.Rect
	for _, s := range []struct {
		on bool
		at pdf.Rect
	}{
		{e.page.marks.Draft, pdf.Rect{LLX: 10, LLY: h/2 - 40, URX: 30, URY: h/2 + 40}},
		{e.page.marks.Practice, pdf.Rect{LLX: w - 30, LLY: h/2 - 40, URX: w - 10, URY: h/2 + 40}},
		{e.page.marks.Expedite, pdf.Rect{LLX: w - 136, LLY: h - 52, URX: w - 34, URY: h - 12}},
	} {
		if !s.on {
			continue
		}
		if list = append(list, s.at); e.sees() && e.picture.Ink(s.at, 0)-e.blank.Ink(s.at, 0) < 20 {
			e.complain("a stamp is missing at %v", s.at)
		}
	}
	return list
}
