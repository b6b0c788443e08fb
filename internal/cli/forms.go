package cli

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"parolepack/internal/blank"
	"parolepack/internal/catalog"
	"parolepack/internal/output"
	"parolepack/internal/packet"
	"parolepack/internal/pdf"
	"parolepack/internal/report"
)

func (s *session) formsCommand() *cli.Command {
	return &cli.Command{
		Name:  "forms",
		Usage: "the official blank forms: which are known, which are installed",
		Subcommands: []*cli.Command{
			{
				Name: "list", Usage: "list the editions that are known and where their blanks lie",
				Flags: houseFlags(), Action: s.formsList,
			},
			{
				Name: "add", Usage: "check official blanks and store them for every case", ArgsUsage: "FILE...",
				Description: "A form is known by its barcode or its fields, never by its file name. Its fields are held\n" +
					"against the inventory of that edition; a form of another edition is refused.",
				Flags:  append(houseFlags(), &cli.StringFlag{Name: "to", Usage: "store into `FOLDER` instead of the user's own"}),
				Action: s.formsAdd,
			},
		},
	}
}

// formsList prints every known edition with its blank.
func (s *session) formsList(c *cli.Context) error {
	if c.NArg() > 0 {
		return usagef("run parolepack forms list alone", "forms list takes no argument")
	}
	house, err := s.house(c, ".")
	if err != nil {
		return err
	}
	var list []report.Form
	for _, ed := range house.Catalog.Editions() {
		path, _ := house.Blank(ed, ".")
		list = append(list, formOf(ed, path))
	}
	return s.printer(c).Forms(list)
}

func formOf(ed *catalog.Edition, path string) report.Form {
	return report.Form{Form: ed.Form, Edition: ed.Edition, Printed: ed.Printed, Title: ed.Title,
		Pages: ed.Pages, Fields: len(ed.Fields), Blank: path}
}

// formsAdd stores each file; all are checked before any is stored.
func (s *session) formsAdd(c *cli.Context) error {
	if c.NArg() == 0 {
		return usagef("give the blank as downloaded: parolepack forms add i-131.pdf", "forms add needs a file")
	}
	folder := c.String("to")
	if folder == "" {
		folder = s.storedForms()
	}
	if folder == "" {
		return withHint(errors.New("this user has no configuration folder to store forms in"), "name a folder with --to, and set PAROLEPACK_FORMS to it")
	}
	house, err := s.house(c, ".")
	if err != nil {
		return err
	}
	var editions []*catalog.Edition
	for _, file := range c.Args().Slice() {
		ed, err := identify(house, file)
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		editions = append(editions, ed)
	}
	return s.store(c, folder, editions)
}

// identify tells which edition a file is.
func identify(house *packet.House, file string) (*catalog.Edition, error) {
	doc, err := pdf.OpenFile(file, pdf.Options{})
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil, withHint(errors.New("there is no such file"), "give the blank as downloaded from the agency")
	case err != nil:
		return nil, withHint(err, "give the blank as downloaded from the agency")
	}
	defer doc.Close()
	return blank.Identify(doc, house.Catalog)
}

// store copies the files of the command into folder, each under its edition's name.
func (s *session) store(c *cli.Context, folder string, editions []*catalog.Edition) error {
	if err := output.Folder(folder); err != nil {
		return err
	}
	var list []report.Form
	for i, ed := range editions {
		target := filepath.Join(folder, blank.FileName(ed))
		sum, err := copyFile(c.Context, c.Args().Get(i), target)
		if err != nil {
			return err
		}
		f := formOf(ed, target)
		f.SHA256 = sum
		list = append(list, f)
	}
	return s.printer(c).Added(list)
}

// copyFile copies a blank whole and returns its SHA-256; a blank that already lies there is only
// read.
func copyFile(ctx context.Context, from, to string) (string, error) {
	in, err := os.Open(from)
	if err != nil {
		return "", err
	}
	defer in.Close()
	hash := sha256.New()
	if same(from, to) {
		_, err := io.Copy(hash, in)
		return fmt.Sprintf("%x", hash.Sum(nil)), err
	}
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
