package cli

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"parolepack/internal/blank"
	"parolepack/internal/casefile"
	"parolepack/internal/catalog"
	"parolepack/internal/output"
	"parolepack/internal/report"
)

func (s *session) formsAddCommand() *cli.Command {
	return &cli.Command{
		Name: "add", Usage: "check official blanks and store them for every case", ArgsUsage: "FILE...",
		Description: "A form is known by its barcode, by what its pages print at their foot, or by its fields, never by its\n" +
			"file name. Its fields are held against the inventory of that edition; a filled or damaged form and one of\n" +
			"another edition are refused. All files are checked before any is stored, each with its SHA-256 beside it.\n" +
			"A superseded edition that has a map is stored, and blocks every case that would use it.",
		Flags:  append(houseFlags(), toFlag()),
		Action: s.formsAdd,
	}
}

func toFlag() cli.Flag {
	return &cli.StringFlag{Name: "to", Usage: "store into `FOLDER` instead of the user's own"}
}

// A proven file is a blank that passed every check: the file at path, or data that were downloaded.
type proven struct {
	path string
	data []byte
	inv  *catalog.Inventory
}

// open gives the file's bytes.
func (p proven) open() (io.ReadCloser, error) {
	if p.data != nil {
		return io.NopCloser(bytes.NewReader(p.data)), nil
	}
	return os.Open(p.path)
}

// formsAdd stores each file; all are checked before any is stored.
func (s *session) formsAdd(c *cli.Context) error {
	if c.NArg() == 0 {
		return usagef("give the blank as downloaded: parolepack forms add i-131.pdf", "forms add needs a file")
	}
	folder, err := s.formStore(c)
	if err != nil {
		return err
	}
	house, err := s.house(c, ".")
	if err != nil {
		return err
	}
	var files []proven
	var errs []error
	for _, file := range c.Args().Slice() {
		inv, err := s.prove(file, house.Catalog)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		files = append(files, proven{path: file, inv: inv})
	}
	if err := refusals(errs, c.NArg()); err != nil {
		return err
	}
	return s.store(c, house.Catalog, folder, files)
}

// refusals is one error of all, a line each. Where other files were in order it says that none was stored.
func refusals(errs []error, files int) error {
	switch {
	case len(errs) == 0:
		return nil
	case files == 1:
		return errs[0]
	}
	return withHint(errors.Join(errs...), "%s; nothing was stored", hintOf(errors.Join(errs...)))
}

// formStore is the folder that blanks are stored in.
func (s *session) formStore(c *cli.Context) (string, error) {
	folder := c.String("to")
	if folder == "" {
		folder = s.storedForms()
	}
	if folder == "" {
		return "", withHint(errors.New("this user has no configuration folder to store forms in"), "name a folder with --to, and set PAROLEPACK_FORMS to it")
	}
	return folder, nil
}

// prove tells which edition a file is and refuses what cannot be filled.
func (s *session) prove(file string, c *catalog.Catalog) (*catalog.Inventory, error) {
	doc, err := openForm(file)
	if err != nil {
		return nil, err
	}
	defer doc.Close()
	inv, err := blank.Prove(doc, c)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if inv.Map == nil {
		return nil, withHint(fmt.Errorf("%s: %s, %s", file, inv.Name(), ended(c, inv)), "give the blank of %s", inForce(c, inv.Form))
	}
	return inv, nil
}

// ended says since when an edition without a map is not taken.
func ended(c *catalog.Catalog, inv *catalog.Inventory) string {
	if span, ok := c.Span(inv.Form, inv.Edition); ok && !span.Until.IsZero() {
		return "is superseded: the agency took it until " + span.Until.String()
	}
	return "has no field map"
}

// inForce names the newest edition of a form that has a map.
func inForce(c *catalog.Catalog, form string) string {
	if ed, ok := c.Current(form); ok {
		return fmt.Sprintf("edition %s", ed.Printed)
	}
	return "a form that parolepack forms list names"
}

// store copies proven files into folder, each under its edition's name and with its hash beside it.
func (s *session) store(c *cli.Context, data *catalog.Catalog, folder string, files []proven) error {
	if err := output.Folder(folder); err != nil {
		return err
	}
	var list []report.Form
	for _, file := range files {
		f, err := s.storeOne(c.Context, data, folder, file)
		if err != nil {
			return err
		}
		list = append(list, f)
	}
	return s.printer(c).Added(list)
}

func (s *session) storeOne(ctx context.Context, data *catalog.Catalog, folder string, file proven) (report.Form, error) {
	target := filepath.Join(folder, blank.FileName(file.inv.Map))
	sum, err := copyFile(ctx, file, target)
	if err != nil {
		return report.Form{}, err
	}
	err = output.File(ctx, blank.RecordPath(target), output.Options{}, func(w io.Writer) error {
		_, err := io.WriteString(w, blank.Record(sum, target))
		return err
	})
	f := formOf(data, file.inv, casefile.DateOf(s.now))
	f.Blank, f.SHA256, f.Proven = target, sum, true
	return f, err
}

// copyFile copies a blank whole and returns its SHA-256; a blank that already lies there is only
// read.
func copyFile(ctx context.Context, from proven, to string) (string, error) {
	if from.data == nil && same(from.path, to) {
		return blank.Sum(to)
	}
	in, err := from.open()
	if err != nil {
		return "", err
	}
	defer in.Close()
	hash := sha256.New()
	err = output.File(ctx, to, output.Options{}, func(w io.Writer) error {
		_, err := io.Copy(io.MultiWriter(w, hash), in)
		return err
	})
	return fmt.Sprintf("%x", hash.Sum(nil)), err
}

func same(a, b string) bool {
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	return errX == nil && errY == nil && os.SameFile(x, y)
}
