package cli

import (
	"context"
	"fmt"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"parolepack/internal/blank"
	"parolepack/internal/catalog"
	"parolepack/internal/output"
	"parolepack/internal/pdf"
	"parolepack/internal/preview"
	"parolepack/internal/report"
)

func (s *session) formsInspectCommand() *cli.Command {
	return &cli.Command{
		Name: "inspect", Usage: "list the fields of any PDF form", ArgsUsage: "FILE",
		Description: "Each field with its name, kind, page, box in points, greatest length, traits, states or choices and\n" +
			"tooltip; --json has them whole. No answer of a filled form is shown. --images draws every page with the\n" +
			"number of each field at its box.",
		Flags:  append(houseFlags(), &cli.StringFlag{Name: "images", Usage: "write a picture of each page, numbered, to `FOLDER`"}),
		Action: s.formsInspect,
	}
}

// formsInspect prints a form's fields, and draws its pages where that is asked for.
func (s *session) formsInspect(c *cli.Context) error {
	if c.NArg() != 1 {
		return usagef("give one PDF form: parolepack forms inspect i-131.pdf", "forms inspect takes one file")
	}
	house, err := s.house(c, ".")
	if err != nil {
		return err
	}
	file := c.Args().First()
	doc, err := openForm(file)
	if err != nil {
		return err
	}
	defer doc.Close()
	in, err := inspected(file, doc, house.Catalog)
	if err != nil {
		return err
	}
	if folder := c.String("images"); folder != "" {
		if in.Images, err = s.drawFields(c.Context, file, doc, in, folder); err != nil {
			return err
		}
	}
	return s.printer(c).Inspected(*in)
}

// inspected lists a form's fields.
func inspected(file string, doc *pdf.Document, c *catalog.Catalog) (*report.Inspection, error) {
	fields, err := doc.Fields()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if len(fields) == 0 {
		return nil, withHint(fmt.Errorf("%s: it has no form fields", file), "give a PDF form; a printed or flattened copy has none")
	}
	in := &report.Inspection{File: file}
	if in.Pages, err = doc.PageCount(); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if inv, err := blank.Identify(doc, c); err == nil {
		in.Form, in.Edition = inv.Form, inv.Edition
	} else {
		in.Unknown = err.Error()
	}
	for i, f := range blank.Inventory(fields) {
		in.Fields = append(in.Fields, report.InspectedField{Number: i + 1, InventoryField: f, Default: blank.Default(doc, &fields[i]), Also: further(&fields[i])})
	}
	return in, nil
}

// further are the places of a field behind its first.
func further(f *pdf.Field) []report.FieldPlace {
	var list []report.FieldPlace
	for i := 1; i < len(f.Widgets); i++ {
		r := f.Widgets[i].Rect
		list = append(list, report.FieldPlace{Page: f.Widgets[i].Page, Rect: catalog.Rect{r.LLX, r.LLY, r.URX, r.URY}})
	}
	return list
}

// pictureDPI is the fineness of pictures with numbers: small print can be read.
const pictureDPI = 144

// drawFields writes a picture of each page with the numbers of its fields, and returns their paths.
func (s *session) drawFields(ctx context.Context, file string, doc *pdf.Document, in *report.Inspection, folder string) ([]string, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, unreadable(file, err)
	}
	if err := output.Folder(folder); err != nil {
		return nil, err
	}
	engine, err := s.engine(ctx)
	if err != nil {
		return nil, err
	}
	defer engine.Close()
	pages, err := engine.Open(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	defer pages.Close()
	stem := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	marks := marksByPage(in)
	var list []string
	for n := 1; n <= min(in.Pages, pages.Pages); n++ {
		path := filepath.Join(folder, fmt.Sprintf("%s-page-%02d.png", stem, n))
		if err := drawPage(ctx, doc, pages, n, marks[n], path); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		list = append(list, path)
	}
	return list, nil
}

// engine loads what draws pages; its code is compiled once and kept in the user's cache folder.
func (s *session) engine(ctx context.Context) (*preview.Engine, error) {
	cache := ""
	if s.env.CacheDir != "" {
		cache = filepath.Join(s.env.CacheDir, "preview")
	}
	return preview.New(ctx, preview.Options{Cache: cache})
}

// marksByPage are the numbers of all fields, at every place they have.
func marksByPage(in *report.Inspection) map[int][]preview.Mark {
	marks := map[int][]preview.Mark{}
	add := func(page, number int, r catalog.Rect) {
		marks[page] = append(marks[page], preview.Mark{Rect: pdf.Rect{LLX: r[0], LLY: r[1], URX: r[2], URY: r[3]}, Label: fmt.Sprint(number)})
	}
	for _, f := range in.Fields {
		add(f.Page, f.Number, f.Rect)
		for _, p := range f.Also {
			add(p.Page, f.Number, p.Rect)
		}
	}
	return marks
}

func drawPage(ctx context.Context, doc *pdf.Document, pages *preview.Document, n int, marks []preview.Mark, path string) error {
	if err := context.Cause(ctx); err != nil {
		return err
	}
	page, err := doc.Page(n)
	if err != nil {
		return err
	}
	picture, err := pages.Page(n, pictureDPI)
	if err != nil {
		return err
	}
	if err := preview.Draw(picture, page, pictureDPI, marks); err != nil {
		return err
	}
	return output.File(ctx, path, output.Options{}, func(w io.Writer) error { return png.Encode(w, picture) })
}
