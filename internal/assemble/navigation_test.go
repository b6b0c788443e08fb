package assemble

import (
	"fmt"
	"strings"
	"testing"

	"parolepack/internal/ink"
	"parolepack/internal/layout"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
)

// wholePacket is a packet with every kind of part.
func wholePacket() *plan.Plan {
	source := plan.Source{Path: "a.pdf", Pages: []int{1, 2}}
	link := func(y float64, target string) layout.Link {
		return layout.Link{X: 72, Y: y, W: 100, H: 12, Target: target}
	}
	letter := layout.Page{Width: 612, Height: 792, Links: []layout.Link{
		link(100, "exhibit:funding"), link(120, "part:i-131/nour"), link(140, "https://www.uscis.gov"), link(160, "exhibit:empty"),
	}}
	return numbered(&plan.Plan{
		Title: "Humanitarian parole, Nour Haddad — “petition”", Language: "en-US",
		Parts: []plan.Part{
			{ID: "i-131/nour", Kind: plan.Form, Title: "Form I-131, Nour Haddad", Label: "I-131 ", Pages: 2, Form: &plan.FormPart{Form: "I-131"}},
			{ID: "cover-letter", Kind: plan.Letter, Title: "Cover letter", Label: "Letter ", Pages: 1, Text: &plan.TextPart{Pages: []layout.Page{letter}}},
			{ID: "exhibit-index", Kind: plan.Index, Title: "Index of exhibits", Label: "Index ", Pages: 1, Text: &plan.TextPart{}},
			{ID: "divider/funding", Kind: plan.Divider, Title: "Exhibit A. Pledge", Label: "Exhibit A sheet ", Pages: 1, Under: "exhibit-index", Text: &plan.TextPart{}},
			{ID: "exhibit/funding", Kind: plan.Exhibit, Title: "Exhibit A, documents", Label: "Exhibit A-", Pages: 2, Under: "divider/funding",
				Exhibit: &plan.ExhibitPart{ID: "funding", Label: "Exhibit A", Sources: []plan.Source{source}}},
			{ID: "divider/empty", Kind: plan.Divider, Title: "Exhibit B. Nothing", Label: "Exhibit B sheet ", Pages: 1, Under: "exhibit-index", Text: &plan.TextPart{}},
			{ID: "annex", Kind: plan.Divider, Title: "Annex", Pages: 1, Under: "Further papers", Text: &plan.TextPart{}},
		},
	})
}

// wholePages gives each part of p its pages out of d.
func wholePages(p *plan.Plan, d *pdf.Document) map[string][]ink.Page {
	pages := map[string][]ink.Page{}
	for _, part := range p.Parts {
		for n := range part.Pages {
			pages[part.ID] = append(pages[part.ID], ink.Page{Doc: d, Number: n + 1, Fit: part.Exhibit != nil})
		}
	}
	return pages
}

func twoPages(t testing.TB) *pdf.Document {
	return made(t, []spec{{contents: []string{sample}}, {contents: []string{sample}}}, nil)
}

func TestOutlineLabelsAndLinks(t *testing.T) {
	p := wholePacket()
	b, sum := assembled(t, p, wholePages(p, twoPages(t)))
	checked(t, b)
	d := opened(t, b)
	var got []string
	marks, err := d.Outline()
	must(t, err)
	for _, m := range marks {
		got = append(got, fmt.Sprintf("%d %s %d", m.Level, m.Title, m.Page))
	}
	levels := marks[0].Level
	same(t, "outline", got, []string{
		fmt.Sprintf("%d Form I-131, Nour Haddad 1", levels), fmt.Sprintf("%d Cover letter 3", levels), fmt.Sprintf("%d Index of exhibits 4", levels),
		fmt.Sprintf("%d Exhibit A. Pledge 5", levels+1), fmt.Sprintf("%d Exhibit A, documents 6", levels+2),
		fmt.Sprintf("%d Exhibit B. Nothing 8", levels+1), fmt.Sprintf("%d Further papers 9", levels), fmt.Sprintf("%d Annex 9", levels+1),
	})
	labels, err := d.PageLabels()
	must(t, err)
	same(t, "labels", labels, []string{"I-131 1", "I-131 2", "Letter 1", "Index 1", "Exhibit A sheet 1", "Exhibit A-1", "Exhibit A-2", "Exhibit B sheet 1", "9"})
	links, err := d.Links(3)
	must(t, err)
	got = nil
	for _, l := range links {
		got = append(got, fmt.Sprintf("%g %d%s", l.Rect.URY, l.Page, l.URI))
	}
	same(t, "links", got, []string{"692 6", "672 1", "652 0https://www.uscis.gov", "632 8"})
	if len(sum.Parts) != 7 || sum.Parts[4] != (Range{"exhibit/funding", 6, 7}) || sum.Pages != 9 || sum.Size != int64(len(b)) {
		t.Errorf("summary %+v", sum)
	}
}

func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
		t.Errorf("%s:\n%s\nwant:\n%s", what, g, w)
	}
}

func TestCatalogAndInfo(t *testing.T) {
	p := wholePacket()
	b, _ := assembled(t, p, wholePages(p, twoPages(t)))
	d := opened(t, b)
	root, err := d.Root()
	must(t, err)
	info, err := d.Dict(d.Trailer()["Info"])
	must(t, err)
	title, _ := d.Text(info["Title"])
	language, _ := d.Text(root["Lang"])
	preferences, _ := d.Dict(root["ViewerPreferences"])
	if title != p.Title || language != "en-US" || preferences["DisplayDocTitle"] != true || root["PageMode"] != pdf.Name("UseOutlines") {
		t.Errorf("title %q, language %q, %v, %v", title, language, preferences, root["PageMode"])
	}
	for _, key := range []pdf.Name{"AcroForm", "OpenAction", "AA", "Names", "MarkInfo", "Metadata", "Perms"} {
		if root[key] != nil {
			t.Errorf("the catalog holds /%s", key)
		}
	}
	if info["CreationDate"] != nil || info["ModDate"] != nil {
		t.Error("the information holds a date")
	}
}

// A tree of any size has every page in its place and no node with too many kids.
func TestPageTree(t *testing.T) {
	for _, n := range []int{1, 31, 32, 33, 1024, 1025, 1100} {
		d := made(t, []spec{{contents: []string{"0 0 9 9 re f"}}}, nil)
		p := exhibitPlan(n)
		var pages []ink.Page
		for range n {
			pages = append(pages, ink.Page{Doc: d, Number: 1, Fit: true})
		}
		b, _ := assembled(t, p, map[string][]ink.Page{"exhibit/lease": pages})
		out := opened(t, b)
		got, err := out.PageCount()
		must(t, err)
		last, err := out.Page(n)
		must(t, err)
		text, err := out.Content(last)
		must(t, err)
		root, err := out.Root()
		must(t, err)
		top, err := out.Dict(root["Pages"])
		must(t, err)
		kids, err := out.Array(top["Kids"])
		must(t, err)
		if got != n || top["Count"] != pdf.Integer(n) || len(kids) > fanOut || !strings.Contains(string(text), "Tj") {
			t.Errorf("%d pages: %d found, /Count %v, %d kids", n, got, top["Count"], len(kids))
		}
	}
}
