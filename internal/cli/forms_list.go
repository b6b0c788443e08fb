package cli

import (
	"fmt"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"parolepack/internal/blank"
	"parolepack/internal/casefile"
	"parolepack/internal/catalog"
	"parolepack/internal/packet"
	"parolepack/internal/report"
)

func (s *session) formsListCommand() *cli.Command {
	return &cli.Command{
		Name: "list", Usage: "list the editions that are known, whether the agency takes them and where their blanks lie",
		Description: "An edition without a field map is known to tell it apart, and is never filled. The address is where the\n" +
			"agency publishes the form's current edition.",
		Flags:  append(houseFlags(), &cli.StringFlag{Name: "as-of", Usage: "judge editions as of `DATE` instead of today"}),
		Action: s.formsList,
	}
}

// formsList prints every known edition with its blank.
func (s *session) formsList(c *cli.Context) error {
	if c.NArg() > 0 {
		return usagef("run parolepack forms list alone", "forms list takes no argument")
	}
	asOf, err := s.asOf(c.String("as-of"))
	if err != nil {
		return err
	}
	house, err := s.house(c, ".")
	if err != nil {
		return err
	}
	list := []report.Form{}
	for _, inv := range house.Catalog.Inventories() {
		list = append(list, installed(house, inv, asOf))
	}
	return s.printer(c).Forms(list)
}

// installed tells of an edition whether and where its blank is at hand.
func installed(house *packet.House, inv *catalog.Inventory, asOf casefile.Date) report.Form {
	f := formOf(house.Catalog, inv, asOf)
	if inv.Map == nil {
		return f
	}
	path, ok := house.Blank(inv.Map, ".")
	if !ok {
		if lack := house.Lacking(inv.Map, "."); lack.Err != nil {
			f.Trouble = fmt.Sprintf("%s: %v", filepath.Base(lack.Path), lack.Err)
		}
		return f
	}
	f.Blank = path
	f.Proven, _ = blank.Recorded(path)
	return f
}

// formOf tells what the data know of an edition on a day.
func formOf(c *catalog.Catalog, inv *catalog.Inventory, asOf casefile.Date) report.Form {
	f := report.Form{Form: inv.Form, Edition: inv.Edition, Printed: inv.Printed, Pages: inv.Pages, Fields: len(inv.Fields)}
	if inv.Map != nil {
		f.Title, f.Mapped = inv.Map.Title, true
	}
	if source, ok := c.Source(inv.Form); ok {
		f.URL, f.Page = source.URL, source.Page
	}
	span, ok := c.Span(inv.Form, inv.Edition)
	if !ok {
		f.Status = report.FormUnlisted
		return f
	}
	f.From, f.Status = span.From.String(), report.FormCurrent
	if !span.Until.IsZero() {
		f.Until = span.Until.String()
	}
	switch {
	case asOf.Before(span.From):
		f.Status = report.FormComing
	case !span.Until.IsZero() && span.Until.Before(asOf):
		f.Status = report.FormSuperseded
	}
	if f.Status != report.FormCurrent {
		f.URL = "" // the address holds the current edition alone
	}
	return f
}
