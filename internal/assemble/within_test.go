package assemble

import (
	"testing"

	"parolepack/internal/ink"
	"parolepack/internal/pdf"
)

// A link within an exhibit leads to the same point of the same page in the packet, however it names it; one to a page that
// the packet does not hold goes.
func TestLinksWithinAnExhibit(t *testing.T) {
	for name, c := range map[string]struct {
		link pdf.Dict
		page int // of the packet; 0 for a link that is left behind
		x, y float64
	}{
		"explicit":     {pdf.Dict{"Dest": pdf.Array{pdf.Integer(1), pdf.Name("XYZ"), pdf.Integer(100), pdf.Integer(500), nil}}, 2, 100, 500},
		"action":       {pdf.Dict{"A": pdf.Dict{"S": pdf.Name("GoTo"), "D": pdf.Array{pdf.Integer(1), pdf.Name("FitH"), pdf.Integer(500)}}}, 2, 0, 500},
		"name":         {pdf.Dict{"Dest": pdf.String("chapter")}, 2, 0, 0},
		"old name":     {pdf.Dict{"Dest": pdf.Name("old")}, 2, 0, 0},
		"far away":     {pdf.Dict{"Dest": pdf.Array{pdf.Integer(1), pdf.Name("XYZ"), pdf.Integer(-9000), pdf.Integer(500), nil}}, 2, 0, 0},
		"missing":      {pdf.Dict{"Dest": pdf.Array{pdf.Integer(2), pdf.Name("Fit")}}, 0, 0, 0},
		"unknown name": {pdf.Dict{"Dest": pdf.String("nowhere")}, 0, 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			d := made(t, []spec{{}, {}, {}}, func(_ *pdf.Writer, pages []pdf.Dict, catalog pdf.Dict) {
				l := c.link.Clone()
				l["Subtype"], l["Rect"] = pdf.Name("Link"), rect(10, 10, 90, 20)
				pages[0]["Annots"] = pdf.Array{l}
				to := pdf.Array{pdf.Integer(1), pdf.Name("Fit")}
				catalog["Names"] = pdf.Dict{"Dests": pdf.Dict{"Names": pdf.Array{pdf.String("chapter"), pdf.Dict{"D": to}}}}
				catalog["Dests"] = pdf.Dict{"old": to}
			})
			b, sum := assembled(t, exhibitPlan(2), map[string][]ink.Page{"exhibit/lease": all(t, d, true, 0)[:2]})
			checked(t, b)
			out := opened(t, b)
			links, err := out.Links(1)
			must(t, err)
			if c.page == 0 {
				if len(links) != 0 || sum.Removed[lostInternal] != 1 {
					t.Errorf("links %+v, removed %v", links, sum.Removed)
				}
				return
			}
			if len(links) != 1 || links[0].Page != c.page || len(sum.Removed) != 0 {
				t.Fatalf("links %+v, removed %v", links, sum.Removed)
			}
			x, y := 0.0, float64(letterHeight)
			if c.y != 0 {
				x, y = fitted(letter(), 0, 1).Apply(c.x, c.y)
			}
			gotX, gotY := leads(t, out)
			if gap := (gotX-x)*(gotX-x) + (gotY-y)*(gotY-y); gap > 0.01 {
				t.Errorf("leads to %g, %g, want %g, %g", gotX, gotY, x, y)
			}
		})
	}
}

// leads is where on its page the first link of the first page leads.
func leads(t *testing.T, d *pdf.Document) (x, y float64) {
	p, err := d.Page(1)
	must(t, err)
	annots, err := d.Array(p.Dict["Annots"])
	must(t, err)
	link, err := d.Dict(annots[0])
	must(t, err)
	action, err := d.Dict(link["A"])
	must(t, err)
	_, view, err := d.Destination(action["D"])
	must(t, err)
	x, err = d.Number(view[2])
	must(t, err)
	y, err = d.Number(view[3])
	must(t, err)
	return x, y
}
