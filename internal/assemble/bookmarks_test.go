package assemble

import (
	"fmt"
	"testing"

	"parolepack/internal/ink"
	"parolepack/internal/pdf"
)

// bookmarked is a file of three pages with an outline: a chapter of two sections, a heading that leads nowhere, one
// without words, and one that leads out of the file.
func bookmarked(t *testing.T) *pdf.Document {
	page := spec{contents: []string{sample}}
	return made(t, []spec{page, page, page}, func(w *pdf.Writer, _ []pdf.Dict, catalog pdf.Dict) {
		refs := make([]pdf.Ref, 7)
		for i := range refs {
			refs[i] = w.Reserve()
		}
		item := func(n int, title string, extra pdf.Dict) {
			extra["Title"] = pdf.TextString(title)
			must(t, w.Write(refs[n], extra))
		}
		to := func(page int) pdf.Array { return pdf.Array{pdf.Integer(page - 1), pdf.Name("Fit")} }
		must(t, w.Write(refs[0], pdf.Dict{"First": refs[1], "Last": refs[4]}))
		item(1, "Chapter  one\n", pdf.Dict{"Dest": to(1), "First": refs[2], "Last": refs[3], "Next": refs[4]})
		item(2, "Section two", pdf.Dict{"Dest": to(2), "Next": refs[3]})
		item(3, "Section three", pdf.Dict{"A": pdf.Dict{"S": pdf.Name("GoTo"), "D": to(3)}})
		item(4, "Annexes", pdf.Dict{"First": refs[5], "Last": refs[5], "Next": refs[6]})
		item(5, "", pdf.Dict{"Dest": to(3)})
		item(6, "Elsewhere", pdf.Dict{"A": pdf.Dict{"S": pdf.Name("URI"), "URI": pdf.String("https://example.org")}})
		catalog["Outlines"] = refs[0]
	})
}

// The bookmarks of an exhibit's file stand below the exhibit and lead to its pages in the packet; those of pages that
// were not taken are not there.
func TestBookmarksOfExhibits(t *testing.T) {
	for name, c := range map[string]struct {
		pages []int
		want  []string
	}{
		"all":         {[]int{1, 2, 3}, []string{"0 Chapter one 1", "1 Section two 2", "1 Section three 3"}},
		"the last":    {[]int{3}, []string{"0 Chapter one 1", "1 Section three 1"}},
		"turned over": {[]int{2, 1}, []string{"0 Chapter one 2", "1 Section two 1"}},
	} {
		t.Run(name, func(t *testing.T) {
			d := bookmarked(t)
			p := exhibitPlan(len(c.pages))
			var pages []ink.Page
			for _, n := range c.pages {
				pages = append(pages, ink.Page{Doc: d, Number: n, Fit: true})
			}
			b, _ := assembled(t, p, map[string][]ink.Page{p.Parts[0].ID: pages})
			checked(t, b)
			marks, err := opened(t, b).Outline()
			must(t, err)
			var got []string
			first := -1
			for _, m := range marks {
				switch {
				case m.Title == p.Parts[0].Title:
					first = m.Level + 1
				case first >= 0:
					got = append(got, fmt.Sprintf("%d %s %d", m.Level-first, m.Title, m.Page))
				}
			}
			same(t, "bookmarks", got, c.want)
		})
	}
}

// A form's own bookmarks do not come along.
func TestBookmarksOfFormsStayBehind(t *testing.T) {
	p := wholePacket()
	b, _ := assembled(t, p, wholePages(p, twoPages(t)))
	before, err := opened(t, b).Outline()
	must(t, err)
	pages := wholePages(p, twoPages(t))
	d := bookmarked(t)
	for i := range pages["i-131/nour"] {
		pages["i-131/nour"][i] = ink.Page{Doc: d, Number: i + 1}
	}
	b, _ = assembled(t, p, pages)
	after, err := opened(t, b).Outline()
	must(t, err)
	if len(after) != len(before) {
		t.Errorf("%d bookmarks, want %d", len(after), len(before))
	}
}
