package material

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"parolepack/fields"
	"parolepack/internal/casefile"
	"parolepack/internal/catalog"
	"parolepack/internal/fill"
	"parolepack/internal/font"
	"parolepack/internal/ink"
	"parolepack/internal/packet"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
	"parolepack/internal/practice"
	"parolepack/templates"
)

// formName is the form that is filled.
const formName = "I-131"

// A Form is the I-131: its blank, and the plan that fills it for the sample case.
type Form struct {
	// Blank is the path of the blank; Official says that it is the agency's own and not the practice form.
	Blank    string
	Official bool
	// Part is the planned form: every field with its value and place.
	Part *plan.Part
}

// Planned plans the form of a case in a folder. The blank is the agency's own where the folder forms holds it; else the practice
// form is drawn to the path practiceTo.
func Planned(ctx context.Context, dir, forms, practiceTo string) (*Form, error) {
	data, err := catalog.Load(fields.FS)
	if err != nil {
		return nil, err
	}
	edition, ok := data.Current(formName)
	if !ok {
		return nil, fmt.Errorf("no current %s", formName)
	}
	house := packet.NewHouse(data, templates.FS, []string{forms}, nil)
	f := &Form{}
	if f.Blank, f.Official = house.Blank(edition, ""); !f.Official {
		f.Blank = practiceTo
		blank, err := practice.Blank(edition, font.NewSet())
		if err != nil {
			return nil, err
		}
		if err := os.WriteFile(practiceTo, blank, 0o600); err != nil {
			return nil, err
		}
	}
	f.Part, err = planned(ctx, house, dir, !f.Official)
	return f, err
}

// planned plans the case and gives the part of the form.
func planned(ctx context.Context, house *packet.House, dir string, practiced bool) (*plan.Part, error) {
	name := filepath.Join(dir, "case.json")
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	file, err := casefile.Read(name, data, casefile.Options{})
	if err != nil {
		return nil, err
	}
	day, err := casefile.ParseDate(AsOf)
	if err != nil {
		return nil, err
	}
	desk := house.Desk()
	defer desk.Close()
	p, err := desk.Plan(ctx, packet.Job{Case: file, Dir: dir, AsOf: day, Practice: practiced})
	if err != nil {
		return nil, err
	}
	for i := range p.Parts {
		if form := p.Parts[i].Form; form != nil && form.Form == formName {
			return &p.Parts[i], nil
		}
	}
	return nil, fmt.Errorf("the packet has no %s", formName)
}

// Write opens the blank and writes the form filled, with live fields, in the faces of a set.
func (f *Form) Write(set *font.Set, w io.Writer) error {
	blank, err := fill.OpenFile(f.Blank)
	if err != nil {
		return err
	}
	defer blank.Document().Close()
	return f.WriteOn(blank, ink.NewFonts(set), w)
}

// WriteOn writes the form filled on a blank that is open already.
func (f *Form) WriteOn(blank *fill.Blank, fonts *ink.Fonts, w io.Writer) error {
	filled, err := fill.Fill(f.Part, blank, fonts)
	if err != nil {
		return err
	}
	_, err = filled.WriteLive(w, fill.Beside{})
	return err
}

// withBookmarks writes the filled form with a bookmark a page, which its blank lacks.
func (f *Form) withBookmarks(w io.Writer) error {
	var live bytes.Buffer
	if err := f.Write(font.NewSet(), &live); err != nil {
		return err
	}
	from, err := pdf.Open(bytes.NewReader(live.Bytes()), int64(live.Len()), pdf.Options{})
	if err != nil {
		return err
	}
	return mark(from, w)
}

// mark copies a form and gives it bookmarks.
func mark(from *pdf.Document, w io.Writer) error {
	count, err := from.PageCount()
	if err != nil {
		return err
	}
	out := newPacked(w)
	d, imp := &document{sheaf: out, tree: out.reserve()}, out.w.Importer(from)
	pages := make([]*pdf.Page, count)
	for i := range pages {
		if pages[i], err = from.Page(i + 1); err != nil {
			return err
		}
		to := d.reserve()
		imp.Substitute(pages[i].Ref, to)
		d.kids = append(d.kids, to)
		d.marks = append(d.marks, bookmark{fmt.Sprintf("%s, page %d", formName, i+1), to})
	}
	for i, p := range pages {
		dict := p.Dict.Clone()
		delete(dict, "Parent")
		copied, err := imp.Object(dict)
		if err != nil {
			return err
		}
		page := copied.(pdf.Dict)
		page["Parent"] = d.tree
		if err := d.value(d.kids[i].(pdf.Ref), page); err != nil {
			return err
		}
	}
	return closeForm(from, d, imp)
}

// closeForm writes the catalog with the interactive form.
func closeForm(from *pdf.Document, d *document, imp *pdf.Importer) error {
	root, err := from.Root()
	if err != nil {
		return err
	}
	form, err := imp.Object(root["AcroForm"])
	if err != nil {
		return err
	}
	outline, err := writeOutline(d.sheaf, d.marks)
	if err != nil {
		return err
	}
	err = d.value(d.tree, pdf.Dict{"Type": pdf.Name("Pages"), "Kids": d.kids, "Count": pdf.Integer(len(d.kids))})
	if err != nil {
		return err
	}
	catalog, err := d.add(pdf.Dict{"Type": pdf.Name("Catalog"), "Pages": d.tree, "Outlines": outline, "AcroForm": form}, nil)
	if err != nil {
		return err
	}
	return d.end(catalog)
}
