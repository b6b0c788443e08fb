// Package numbered fills every field of a form with its own item number, for a person to hold against the number that the
// page prints. It takes the way of a packet: a planned part, the filler, the assembler.
package numbered

import (
	"context"
	"fmt"
	"io"
	"unicode/utf8"

	"parolepack/internal/assemble"
	"parolepack/internal/boxes"
	"parolepack/internal/catalog"
	"parolepack/internal/fill"
	"parolepack/internal/font"
	"parolepack/internal/ink"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
)

// Sizes in points of a text in its box, the preferred one first.
const (
	largest, readable, sizeStep = 8.0, 5.0, 0.5
	// padding is the space that the filler keeps on each side of a text.
	padding = 2.0
)

// Write fills doc, a blank of the edition, with its item numbers and writes the filled form to w. With tags, numbers that no
// field can hold stand above their boxes; a practice form prints them itself. The same blank gives the same bytes.
func Write(ctx context.Context, w io.Writer, ed *catalog.Edition, doc *pdf.Document, set *font.Set, tags bool) error {
	blank, err := fill.Open(doc)
	if err != nil {
		return fmt.Errorf("form %s: %w", ed.Form, err)
	}
	placed, err := boxes.Placed(ed)
	if err != nil {
		return err
	}
	n := numberer{fonts: ink.NewFonts(set)}
	part := n.part(placed)
	filled, err := fill.Fill(&part, blank, n.fonts)
	if err != nil {
		return err
	}
	pages := filled.Flatten()
	if tags {
		n.drawTags(pages)
	}
	p := &plan.Plan{Title: part.Title, Language: "en-US", Parts: []plan.Part{part}, Pages: part.Pages}
	_, err = assemble.Write(ctx, w, p, func(*plan.Part) (assemble.Source, error) {
		return assemble.Batch(&ink.Pages{List: pages}), nil
	}, n.fonts)
	return err
}

// numberer makes the values of one form and the tags for what they cannot say.
type numberer struct {
	fonts *ink.Fonts
	tags  []tag
}

// part is the form with every field that holds anything.
func (n *numberer) part(ed *catalog.Edition) plan.Part {
	form := &plan.FormPart{Form: ed.Form, Edition: ed.Edition}
	for i := range ed.Fields {
		if f := &ed.Fields[i]; !f.Kind.HoldsNothing() {
			form.Fields = append(form.Fields, n.field(f))
		}
	}
	return plan.Part{
		ID: "numbered", Kind: plan.Form, Title: fmt.Sprintf("Form %s, edition %s, item numbers", ed.Form, ed.Printed),
		First: 1, Pages: ed.Pages, Label: ed.Form + " ", Form: form,
	}
}

// field gives a field its number, or a mark and a tag.
func (n *numberer) field(f *catalog.Field) plan.Field {
	p := plan.Field{Name: f.Name, Item: f.Item, Page: f.Page, Rect: f.Rect, Align: f.Align, Face: font.MonoBold}
	switch f.Kind {
	case catalog.KindCheckbox:
		p.Kind, p.Value = plan.CheckField, boxes.State(f)
		n.tag(f)
	case catalog.KindChoice:
		p.Kind, p.Index = plan.ChoiceField, n.shortest(f)
		p.Value = f.Options[p.Index][0]
		n.set(&p, f, f.Options[p.Index][1])
		n.tag(f)
	default:
		n.text(&p, f)
	}
	return p
}

// shortest is the first of the shortest options that show anything and are alone with their export value.
func (n *numberer) shortest(f *catalog.Field) int {
	best := 0
	for i, o := range f.Options {
		length := utf8.RuneCountInString(o[1])
		if best == 0 && i > 0 || length > 1 && length < utf8.RuneCountInString(f.Options[best][1]) {
			best = i
		}
	}
	if first, ok := f.Option(f.Options[best][0]); ok {
		return first
	}
	return best
}

// text puts number and label into a box, or the number alone, or what stands for it where not even that fits; a tag says
// what the box could not.
func (n *numberer) text(p *plan.Field, f *catalog.Field) {
	p.Kind, p.Multiline = plan.TextField, f.Multiline
	for _, text := range []string{caption(f), f.Item, undotted(f.Item), "X"} {
		if text == "X" || text != "" && n.holds(f, text) {
			n.set(p, f, text)
			break
		}
	}
	if p.Value != caption(f) {
		n.tag(f)
	}
}

// caption is number and label as one text.
func caption(f *catalog.Field) string {
	if f.Item == "" {
		return f.Label
	}
	return f.Item + " " + f.Label
}

// undotted is an item without its dots, for boxes of few characters.
func undotted(item string) string {
	out := make([]rune, 0, len(item))
	for _, r := range item {
		if r != '.' {
			out = append(out, r)
		}
	}
	return string(out)
}

// holds reports whether a text fits its box at a readable size.
func (n *numberer) holds(f *catalog.Field, text string) bool {
	count := utf8.RuneCountInString(text)
	if f.MaxLen > 0 && count > f.MaxLen {
		return false
	}
	return n.size(f, text) >= readable
}

// size is the largest size at which a text fits its box.
func (n *numberer) size(f *catalog.Field, text string) float64 {
	room := f.Rect[2] - f.Rect[0] - 2*padding
	if f.Comb && f.MaxLen > 0 {
		room, text = (f.Rect[2]-f.Rect[0])/float64(f.MaxLen), "0"
	}
	for size := largest; size > 1; size -= sizeStep {
		if w, err := n.fonts.Width(font.MonoBold, size, text); err == nil && w <= room {
			return size
		}
	}
	return 1
}

// set sets a field's text on one line.
func (n *numberer) set(p *plan.Field, f *catalog.Field, text string) {
	if p.Kind == plan.TextField {
		p.Value = text
	}
	p.Lines, p.Size = []string{text}, n.size(f, text)
	p.Leading = min(1.2*p.Size, f.Rect[3]-f.Rect[1])
	if f.Comb && f.MaxLen > 0 {
		p.Comb = f.MaxLen
	}
}
