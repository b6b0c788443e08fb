package cli

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/urfave/cli/v2"

	"parolepack/internal/blank"
	"parolepack/internal/casefile"
	"parolepack/internal/catalog"
	"parolepack/internal/fetch"
	"parolepack/internal/output"
	"parolepack/internal/packet"
	"parolepack/internal/pdf"
	"parolepack/internal/report"
)

// mirrorVariable names a server on this machine that stands for the agency's, for tests.
const mirrorVariable = "PAROLEPACK_FETCH_MIRROR"

func (s *session) formsFetchCommand() *cli.Command {
	return &cli.Command{
		Name: "fetch", Usage: "download official blanks from the agency, check and store them", ArgsUsage: "[FORM...]",
		Description: "Without a form the current blanks that are not installed are fetched. The addresses are in the filing data;\n" +
			"what comes is checked as forms add does, each file at most 32 MB and one minute. This is the only command\n" +
			"that touches the network.",
		Flags:  append(houseFlags(), toFlag()),
		Action: s.formsFetch,
	}
}

// formsFetch downloads each form and stores those that pass; the errors of the others come last.
func (s *session) formsFetch(c *cli.Context) error {
	folder, err := s.formStore(c)
	if err != nil {
		return err
	}
	house, err := s.house(c, ".")
	if err != nil {
		return err
	}
	wanted, err := s.wanted(house, c.Args().Slice())
	if err != nil {
		return err
	}
	if len(wanted) == 0 && !c.Bool("json") {
		fmt.Fprintln(s.env.Stderr, "parolepack: every current blank is installed")
	}
	list := []report.Form{}
	var errs []error
	for _, source := range wanted {
		file, err := s.fetchOne(c, house.Catalog, source)
		if err == nil && len(list) == 0 {
			err = output.Folder(folder)
		}
		if err == nil {
			var f report.Form
			if f, err = s.storeOne(c.Context, house.Catalog, folder, file); err == nil {
				list = append(list, f)
			}
		}
		if c.Context.Err() != nil {
			return c.Context.Err()
		}
		errs = append(errs, err)
	}
	return errors.Join(s.printer(c).Added(list), errors.Join(errs...))
}

// wanted are the sources of the forms that were named, or of the current editions that are not installed.
func (s *session) wanted(house *packet.House, words []string) ([]catalog.BlankSource, error) {
	asOf, err := s.asOf("")
	if err != nil {
		return nil, err
	}
	if len(words) == 0 {
		return missingSources(house, asOf), nil
	}
	var list []catalog.BlankSource
	for _, word := range words {
		inv, err := knownEdition(house.Catalog, word)
		if err != nil {
			return nil, err
		}
		source, ok := house.Catalog.Source(inv.Form)
		if !ok {
			return nil, withHint(fmt.Errorf("form %s: no address is known", inv.Form),
				"add it to blanks in the firm's filing data, or download the form and run: parolepack forms add FILE")
		}
		if f := formOf(house.Catalog, inv, asOf); f.Status == report.FormSuperseded {
			return nil, usagef(fmt.Sprintf("parolepack forms fetch %s downloads the current one", inv.Form),
				"%s, %s, and the agency's address holds the current edition alone", inv.Name(), ended(house.Catalog, inv))
		}
		list = append(list, source)
	}
	return list, nil
}

// missingSources are the sources of current editions with a map that are not installed.
func missingSources(house *packet.House, asOf casefile.Date) []catalog.BlankSource {
	var list []catalog.BlankSource
	for _, inv := range house.Catalog.Inventories() {
		f := installed(house, inv, asOf)
		if source, ok := house.Catalog.Source(inv.Form); ok && inv.Map != nil && f.Status == report.FormCurrent && f.Blank == "" {
			list = append(list, source)
		}
	}
	return list
}

// fetchOne downloads one form and proves it, as forms add does.
func (s *session) fetchOne(c *cli.Context, data *catalog.Catalog, source catalog.BlankSource) (proven, error) {
	got, err := fetch.File(c.Context, source.URL, fetch.Options{Agent: s.program(), Mirror: s.env.Getenv(mirrorVariable)})
	if err != nil {
		return proven{}, withHint(fmt.Errorf("form %s: %w", source.Form, err), "%s", byHand(source))
	}
	doc, err := pdf.Open(bytes.NewReader(got), int64(len(got)), pdf.Options{})
	if err != nil {
		return proven{}, withHint(fmt.Errorf("form %s: what came from %s: %w", source.Form, source.URL, err), "%s", byHand(source))
	}
	inv, err := blank.Prove(doc, data)
	switch {
	case err != nil:
		return proven{}, fmt.Errorf("form %s: what came from %s: %w", source.Form, source.URL, err)
	case inv.Form != source.Form || inv.Map == nil:
		return proven{}, withHint(fmt.Errorf("form %s: %s gave %s", source.Form, source.URL, inv.Name()), "%s", byHand(source))
	}
	return proven{data: got, inv: inv}, nil
}

// byHand says what to do where no download is to be had.
func byHand(source catalog.BlankSource) string {
	page := source.Page
	if page == "" {
		page = source.URL
	}
	return fmt.Sprintf("open %s in a browser, save the PDF, and run: parolepack forms add FILE", page)
}
