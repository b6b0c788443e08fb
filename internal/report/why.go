package report

import (
	"fmt"
	"strconv"
	"strings"

	"parolepack/internal/plan"
	"parolepack/internal/why"
)

// Explained tells of each box what it says, where that came from and which line of the map put it there; in brief a line a box.
func (p *textPrinter) Explained(boxes []why.Box, brief bool) error {
	if brief {
		return p.boxes(boxes)
	}
	for i, b := range boxes {
		if i > 0 {
			p.line("")
		}
		p.box(b)
	}
	return p.err
}

// boxes lists boxes, a line each.
func (p *textPrinter) boxes(list []why.Box) error {
	rows := [][]string{{"FORM", "ITEM", "PAGE", "BOX", "SAYS", "MAP"}}
	for _, b := range list {
		rows = append(rows, []string{b.Part, b.Item, strconv.Itoa(b.Page), b.Label, p.said(b), b.Map})
	}
	p.table(rows)
	return p.err
}

func (p *textPrinter) box(b why.Box) {
	head := fmt.Sprintf("%s, form page %d: %s", b.Part, b.Page, b.Label)
	if b.Item != "" {
		head = fmt.Sprintf("%s item %s, form page %d: %s", b.Part, b.Item, b.Page, b.Label)
	}
	p.line("%s", head)
	rows := [][]string{{"  says", p.said(b)}}
	for _, w := range b.Went {
		where := w.Part
		if w.Item != "" {
			where += " item " + w.Item
		}
		rows = append(rows, []string{"  whole", where + ", packet page " + strings.TrimSpace(pages(Part{First: w.First, Pages: w.Pages}))})
	}
	for _, s := range b.From {
		rows = append(rows, []string{"  from", s.Key, standsAt(s)})
	}
	if len(b.From) == 0 && b.Value != "" {
		rows = append(rows, []string{"  from", "the map itself, whatever the case says"})
	}
	rows = append(rows, []string{"  map", strings.TrimSpace(b.Map + "  " + oneLine(b.Expression))})
	p.table(rows)
}

// said is what the box says, or why it says nothing.
func (p *textPrinter) said(b why.Box) string {
	if b.Value == "" {
		return strings.TrimSuffix("nothing, "+strings.ReplaceAll(b.Blank, "_", " ")+": "+b.Why, ": ")
	}
	says := fmt.Sprintf("%q", b.Value)
	if b.Kind == plan.CheckField {
		says = "ticked, " + says
	}
	if b.Why != "" {
		says += ", " + b.Why
	}
	return says
}

// standsAt is where a key stands, or that the case does not give it.
func standsAt(s why.Source) string {
	if !s.Given {
		return "not in the case file"
	}
	return fmt.Sprintf("%s:%d", s.Place.File, s.Place.Line)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
