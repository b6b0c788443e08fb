package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/urfave/cli/v2"

	"parolepack/internal/casefile"
	"parolepack/internal/catalog"
	"parolepack/internal/layered"
	"parolepack/internal/packet"
)

const (
	caseName = "case.json"
	firmName = "firm.json"
	firmDir  = "firm"
)

// houseFlags say where data and blanks are looked for.
func houseFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringSliceFlag{Name: "forms", Usage: "look for official blanks in `FOLDER` first"},
		&cli.StringFlag{Name: "firm", Usage: "the firm's own maps, data and templates in `FOLDER`"},
		jsonFlag(),
	}
}

// caseFlags are the options of every command that reads a case.
func caseFlags() []cli.Flag {
	return append([]cli.Flag{
		&cli.BoolFlag{DisableDefaultText: true, Name: "practice", Usage: "use the built-in practice forms and mark every page PRACTICE"},
		&cli.StringFlag{Name: "as-of", Usage: "judge fees, editions and ages as of `DATE` instead of today"},
	}, houseFlags()...)
}

// house gathers the data that all cases of this run share; near is the folder beside or above
// which the firm's folder may lie.
func (s *session) house(c *cli.Context, near string) (*packet.House, error) {
	firm, err := firmFolder(c.String("firm"), near)
	if err != nil {
		return nil, err
	}
	fields, err := s.layer(firm, "fields", s.env.Fields)
	if err != nil {
		return nil, err
	}
	templates, err := s.layer(firm, "templates", s.env.Templates)
	if err != nil {
		return nil, err
	}
	if err := usedFiles(firm, fields, templates); err != nil {
		return nil, err
	}
	data, err := catalog.Load(fields)
	if err != nil {
		return nil, fmt.Errorf("field maps: %w", err)
	}
	before, err := s.formFolders(c)
	if err != nil {
		return nil, err
	}
	house := packet.NewHouse(data, templates, before, []string{s.storedForms()})
	house.Mender = s.mender()
	s.houses = append(s.houses, house)
	return house, nil
}

// formFolders are the folders that the user named for blanks: --forms, then those of
// $PAROLEPACK_FORMS, parted as in PATH. A folder of --forms that is not there is a usage error.
func (s *session) formFolders(c *cli.Context) ([]string, error) {
	named := c.StringSlice("forms")
	for _, folder := range named {
		if info, err := os.Stat(folder); err != nil || !info.IsDir() {
			return nil, usagef("give --forms a folder that holds blank forms", "--forms: there is no folder %q", folder)
		}
	}
	return append(slices.Clone(named), filepath.SplitList(s.env.Getenv("PAROLEPACK_FORMS"))...), nil
}

// storedForms is where `forms add` keeps blanks; empty where the user has no configuration folder.
func (s *session) storedForms() string {
	if s.env.ConfigDir == "" {
		return ""
	}
	return filepath.Join(s.env.ConfigDir, "forms")
}

// layer lays one of the firm's folders over the built-in data.
func (s *session) layer(firm, name string, builtIn fs.FS) (layered.FS, error) {
	if firm == "" {
		return layered.New(nil, builtIn), nil
	}
	dir := filepath.Join(firm, name)
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		return layered.New(nil, builtIn), nil
	} else if err != nil {
		return layered.FS{}, err
	}
	return layered.New(os.DirFS(dir), builtIn), nil
}

// firmFolder is the folder the user named, or the nearest folder `firm` beside or above the case;
// empty for none.
func firmFolder(named, near string) (string, error) {
	if named != "" {
		info, err := os.Stat(named)
		if err == nil && !info.IsDir() {
			err = fmt.Errorf("%s is not a folder", named)
		}
		if err != nil {
			return "", usagef("give --firm the folder that holds fields/ and templates/", "firm's folder: %v", err)
		}
		return named, nil
	}
	return upward(near, firmDir, true), nil
}

// upward looks for a name in dir and the folders above it.
func upward(dir, name string, folder bool) string {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return ""
	}
	for {
		path := filepath.Join(dir, name)
		if info, err := os.Stat(path); err == nil && info.IsDir() == folder {
			return path
		}
		up := filepath.Dir(dir)
		if up == dir {
			return ""
		}
		dir = up
	}
}

// casePath is the case file that an argument means: itself, or the case.json of a folder.
func casePath(arg string) (string, error) {
	info, err := os.Stat(arg)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", withHint(fmt.Errorf("%s: there is no such case", arg), "give a case.json or the folder that holds it")
	case err != nil:
		return "", unreadable(arg, err)
	case !info.IsDir():
		return arg, nil
	}
	path := filepath.Join(arg, caseName)
	if _, err := os.Stat(path); err != nil {
		return "", withHint(fmt.Errorf("%s: the folder holds no %s", arg, caseName), "give the case file itself, or the folder that holds it")
	}
	return path, nil
}

// readCase reads a case with its firm's defaults and its long texts, and names the files that
// these came from.
func readCase(path string) (*casefile.File, []packet.Source, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, unreadable(path, err)
	}
	dir := filepath.Dir(path)
	var sources []packet.Source
	options := casefile.Options{Text: func(name string) ([]byte, error) {
		text := filepath.Join(dir, filepath.FromSlash(name))
		sources = append(sources, packet.Source{Role: "text", Path: text})
		return os.ReadFile(text)
	}}
	if firm := upward(dir, firmName, false); firm != "" {
		text, err := os.ReadFile(firm)
		if err != nil {
			return nil, nil, unreadable(firm, err)
		}
		sources = append(sources, packet.Source{Role: "firm", Path: firm})
		options.Firm = &casefile.Source{Name: firm, Data: text}
	}
	file, err := casefile.Read(path, data, options)
	var problems *casefile.Problems
	if errors.As(err, &problems) {
		return nil, nil, withHint(fmt.Errorf("the case file cannot be used:\n%w", err),
			"parolepack schema (--firm-file for firm.json) gives editors the keys; docs/case-file.md explains them")
	}
	return file, sources, err
}

// job is one case with this run's choices.
func (s *session) job(c *cli.Context, path string) (packet.Job, error) {
	asOf, err := s.asOf(c.String("as-of"))
	if err != nil {
		return packet.Job{}, err
	}
	file, sources, err := readCase(path)
	if err != nil {
		return packet.Job{}, err
	}
	return packet.Job{Case: file, Dir: filepath.Dir(path), Sources: sources, AsOf: asOf, Practice: c.Bool("practice")}, nil
}
