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

	"parolepack/internal/catalog"
	"parolepack/internal/near"
	"parolepack/internal/output"
	"parolepack/internal/report"
)

func (s *session) formsPracticeCommand() *cli.Command {
	return &cli.Command{
		Name: "practice", Usage: "write the practice forms, to look at or to try", ArgsUsage: "[FORM...]",
		Description: "Our own drawings of what a form asks, with live fields; they never imitate the agency's page and cannot be\n" +
			"filed. FORM is a form's number for its newest edition, or an edition as in I-134:11/30/16; without one the\n" +
			"newest of every form is written. A file that exists is not replaced.",
		Flags:  append(houseFlags(), &cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `FOLDER`", Value: "practice"}),
		Action: s.formsPractice,
	}
}

// formsPractice writes practice forms; all are drawn before any is written.
func (s *session) formsPractice(c *cli.Context) error {
	house, err := s.house(c, ".")
	if err != nil {
		return err
	}
	editions, err := mappedEditions(house.Catalog, c.Args().Slice())
	if err != nil {
		return err
	}
	folder := c.String("output")
	drawn := make([][]byte, len(editions))
	for i, ed := range editions {
		if drawn[i], err = house.Practice(ed); err != nil {
			return err
		}
		if err := replaceable(practicePath(folder, ed), drawn[i]); err != nil {
			return err
		}
	}
	if err := output.Folder(folder); err != nil {
		return err
	}
	list := []report.Form{}
	for i, ed := range editions {
		path := practicePath(folder, ed)
		if err := output.File(c.Context, path, output.Options{}, func(w io.Writer) error {
			_, err := w.Write(drawn[i])
			return err
		}); err != nil {
			return err
		}
		list = append(list, report.Form{Form: ed.Form, Edition: ed.Edition, Printed: ed.Printed, Title: ed.Title,
			Pages: ed.Pages, Fields: len(ed.Fields), Mapped: true, Practice: path})
	}
	return s.printer(c).Practised(list)
}

// practicePath is where an edition's practice form goes: never the name of an official blank.
func practicePath(folder string, ed *catalog.Edition) string {
	return filepath.Join(folder, strings.ToLower(ed.Form)+"_"+ed.Edition+"_practice.pdf")
}

// replaceable refuses to write over a file that holds anything else.
func replaceable(path string, data []byte) error {
	have, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return unreadable(path, err)
	case bytes.Equal(have, data):
		return nil
	}
	return withHint(fmt.Errorf("%q exists and is another file", path), "move it away or choose another folder with -o; nothing was written")
}

// mappedEditions are the editions with a map that words name; the newest of every form for none.
func mappedEditions(c *catalog.Catalog, words []string) ([]*catalog.Edition, error) {
	var list []*catalog.Edition
	if len(words) == 0 {
		for _, ed := range c.Editions() {
			if current, _ := c.Current(ed.Form); current == ed {
				list = append(list, ed)
			}
		}
		return list, nil
	}
	for _, word := range words {
		inv, err := knownEdition(c, word)
		if err != nil {
			return nil, err
		}
		if inv.Map == nil {
			return nil, usagef("parolepack forms list tells which editions have a map", "%s has no field map", inv.Name())
		}
		list = append(list, inv.Map)
	}
	return list, nil
}

// knownEdition is the edition that a word names: a form's number for its newest with a map, as in I-134, or a form and an
// edition as printed or as an ISO date, as in I-134:11/30/16 and I-134:2016-11-30.
func knownEdition(c *catalog.Catalog, word string) (*catalog.Inventory, error) {
	form, edition, given := strings.Cut(word, ":")
	form = strings.ToUpper(form)
	var names []string
	var newest *catalog.Inventory
	for _, inv := range c.Inventories() {
		switch {
		case inv.Form == form && given && (inv.Printed == edition || inv.Edition == edition):
			return inv, nil
		case inv.Form == form && inv.Map != nil:
			newest = inv
		}
		names = append(names, inv.Form+":"+inv.Printed, inv.Form)
	}
	if newest != nil && !given {
		return newest, nil
	}
	hint := "parolepack forms list names the editions"
	if m := near.Name(strings.ToUpper(word), names); m != "" {
		hint = fmt.Sprintf("did you mean %q?", m)
	}
	return nil, usagef(hint, "there is no form or edition %q", word)
}
