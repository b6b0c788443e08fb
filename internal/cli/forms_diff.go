package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"parolepack/internal/blank"
	"parolepack/internal/casefile"
	"parolepack/internal/catalog"
	"parolepack/internal/editions"
	"parolepack/internal/output"
	"parolepack/internal/pdf"
	"parolepack/internal/report"
)

func (s *session) formsDiffCommand() *cli.Command {
	return &cli.Command{
		Name: "diff", Usage: "tell what changed between two editions of a form, and draft the newer one's map", ArgsUsage: "OLD NEW",
		Description: "OLD and NEW are each a PDF form, an inventory (.json) or a known edition, as in I-134:11/30/16. Fields are\n" +
			"paired by name, position, tooltip and kind; what two signs do not agree on is told as unsure. With -o the\n" +
			"new edition's inventory and a draft of its map are written below FOLDER, as a firm's fields/ has them. A\n" +
			"draft does not load before a person has settled every line `undecided` in it.",
		Flags: append(houseFlags(),
			&cli.StringFlag{Name: "as", Usage: "take NEW for `FORM:EDITION`, as in I-131:10/01/26, where its pages do not tell"},
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write inventory and draft map below `FOLDER`"}),
		Action: s.formsDiff,
	}
}

// formsDiff compares two editions.
func (s *session) formsDiff(c *cli.Context) error {
	if c.NArg() != 2 {
		return usagef("as in: parolepack forms diff I-134:11/30/16 i-134.pdf -o firm/fields", "forms diff takes an old and a new edition")
	}
	house, err := s.house(c, ".")
	if err != nil {
		return err
	}
	before, err := editionOf(house.Catalog, c.Args().Get(0), "")
	if err != nil {
		return err
	}
	after, err := editionOf(house.Catalog, c.Args().Get(1), c.String("as"))
	if err != nil {
		return err
	}
	if after.Form == "" { // an inventory does not say whose it is
		after.Form, after.Edition, after.Printed = before.Form, "", "given"
	}
	if before.Form == "" {
		before.Form, before.Printed = after.Form, "given"
	}
	d, err := editions.Compare(before, after)
	if err != nil {
		return withHint(err, "compare two editions of one form")
	}
	out := diffed(d)
	if folder := c.String("output"); folder != "" {
		if err := s.draft(c, d, folder, &out); err != nil {
			return err
		}
	}
	return s.printer(c).Diffed(out)
}

// editionOf reads what an argument names: a PDF, an inventory, or a known edition. as tells form and edition of a file.
func editionOf(data *catalog.Catalog, word, as string) (*catalog.Inventory, error) {
	info, err := os.Stat(word)
	if err != nil || info.IsDir() {
		if ext := strings.ToLower(filepath.Ext(word)); ext == ".pdf" || ext == ".json" {
			return nil, withHint(fmt.Errorf("%s: there is no such file", word), "give a PDF form, an inventory or a known edition")
		}
		return knownEdition(data, word)
	}
	inv := &catalog.Inventory{File: word}
	if strings.EqualFold(filepath.Ext(word), ".json") {
		err = readList(inv, word)
	} else {
		err = readForm(inv, word)
	}
	if err != nil {
		return nil, err
	}
	if as != "" {
		return inv, named(inv, as)
	}
	if known, ok := data.Inventory(inv.Form, inv.Edition); ok {
		inv.Map = known.Map
	}
	return inv, nil
}

// readList reads an inventory file.
func readList(inv *catalog.Inventory, file string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return unreadable(file, err)
	}
	if inv.Fields, err = catalog.ReadInventory(file, data); err != nil {
		return err
	}
	for i := range inv.Fields {
		inv.Pages = max(inv.Pages, inv.Fields[i].Page)
	}
	return nil
}

// readForm reads the fields of a PDF form and what its barcode or its first page says of form and edition.
func readForm(inv *catalog.Inventory, file string) error {
	doc, err := openForm(file)
	if err != nil {
		return err
	}
	defer doc.Close()
	fields, pages, err := fieldsOf(doc)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	if len(fields) == 0 {
		return withHint(fmt.Errorf("%s: it has no form fields", file), "give a PDF form; a printed or flattened copy has none")
	}
	inv.Fields, inv.Pages = blank.Inventory(fields), pages
	if foot, ok := blank.Told(doc, fields); ok {
		return named(inv, foot.Form+":"+foot.Printed)
	}
	return nil
}

func fieldsOf(doc *pdf.Document) ([]pdf.Field, int, error) {
	fields, err := doc.Fields()
	if err != nil {
		return nil, 0, err
	}
	pages, err := doc.PageCount()
	return fields, pages, err
}

// named gives an inventory the form and edition of words as I-131:10/01/26 or I-131:2026-10-01.
func named(inv *catalog.Inventory, words string) error {
	form, edition, _ := strings.Cut(words, ":")
	date, err := casefile.ParseDate(edition)
	if err != nil {
		date, err = catalog.ParsePrinted(edition)
	}
	if err != nil || !blank.IsForm(form) {
		return usagef("write it as in --as I-131:10/01/26", "%q is no form and edition", words)
	}
	inv.Form, inv.Edition, inv.Printed = strings.ToUpper(form), date.String(), catalog.Printed(date)
	return nil
}

// diffed is a comparison as it is printed.
func diffed(d *editions.Diff) report.EditionDiff {
	n := d.Count()
	out := report.EditionDiff{
		Form: d.New.Form, Old: d.Old.Printed, New: d.New.Printed,
		Same: n.Same, Moved: n.Moved, Changed: n.Changed, Unsure: n.Unsure, Added: n.Added, Removed: n.Removed,
	}
	pairs := map[string]*editions.Pair{}
	for i := range d.Pairs {
		pairs[d.Pairs[i].New.Name] = &d.Pairs[i]
	}
	for i := range d.New.Fields {
		f := &d.New.Fields[i]
		row := report.DiffField{State: "added", New: f.Name, NewPage: f.Page, NewRect: f.Rect, Tooltip: f.Tooltip}
		if p := pairs[f.Name]; p != nil {
			row.State, row.Old, row.OldPage, row.OldRect = p.State(), p.Old.Name, p.Old.Page, p.Old.Rect
			row.Signs, row.Unsure, row.Changes = p.Signs, p.Unsure, p.Changes
		}
		out.Fields = append(out.Fields, row)
	}
	for _, f := range d.Removed {
		out.Fields = append(out.Fields, report.DiffField{State: "removed", Old: f.Name, OldPage: f.Page, OldRect: f.Rect, Tooltip: f.Tooltip})
	}
	return out
}

// draft writes the new edition's inventory and the draft of its map; files that exist are not replaced.
func (s *session) draft(c *cli.Context, d *editions.Diff, folder string, out *report.EditionDiff) error {
	switch {
	case d.New.Edition == "":
		return usagef("name it with --as, as in --as I-131:10/01/26", "NEW does not tell its form and edition")
	case d.Old.Map == nil:
		return withHint(fmt.Errorf("%s has no map to draft from", d.Old.Name()), "parolepack forms list tells which editions have one; without -o nothing is written")
	}
	firm, err := firmFolder(c.String("firm"), ".")
	if err != nil {
		return err
	}
	fields, err := s.layer(firm, "fields", s.env.Fields)
	if err != nil {
		return err
	}
	old, err := fs.ReadFile(fields, d.Old.Map.File)
	if err != nil {
		return err
	}
	text, err := d.Draft(d.Old.Map.File, old)
	if err != nil {
		return err
	}
	var list bytes.Buffer
	if err := catalog.WriteInventory(&list, d.New.Fields); err != nil {
		return err
	}
	base := filepath.Join(folder, strings.ToLower(d.New.Form), d.New.Edition)
	out.Inventory, out.Map = base+".inventory.json", base+".yaml"
	return writeNew(c, []string{out.Inventory, out.Map}, [][]byte{list.Bytes(), text})
}

// writeNew writes files of which none may exist as another.
func writeNew(c *cli.Context, paths []string, contents [][]byte) error {
	for i, path := range paths {
		if err := replaceable(path, contents[i]); err != nil {
			return err
		}
	}
	var errs []error
	for i, path := range paths {
		errs = append(errs, output.Folder(filepath.Dir(path)), output.File(c.Context, path, output.Options{}, func(w io.Writer) error {
			_, err := w.Write(contents[i])
			return err
		}))
	}
	return errors.Join(errs...)
}
