package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"parolepack/internal/layered"
	"parolepack/internal/near"
	"parolepack/internal/output"
	"parolepack/internal/plan"
	"parolepack/internal/report"
)

func (s *session) templatesCommand() *cli.Command {
	return &cli.Command{
		Name:  "templates",
		Usage: "the templates of cover letter, exhibit index and divider sheets",
		Subcommands: []*cli.Command{
			{Name: "list", Usage: "list the templates and whose they are", Flags: houseFlags(), Action: s.templatesList},
			{
				Name: "export", Usage: "write templates to a folder, to change them there", ArgsUsage: "[NAME...]",
				Description: "Without a name every template is written. Put the changed ones into templates/ of the firm's\n" +
					"folder (firm/ beside or above the cases, or --firm). A file that exists is not replaced.",
				Flags:  append(houseFlags(), &cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `FOLDER`", Value: filepath.Join(firmDir, "templates")}),
				Action: s.templatesExport,
			},
		},
	}
}

// templateLayers are the firm's templates over the built-in ones.
func (s *session) templateLayers(c *cli.Context) (layered.FS, []string, error) {
	firm, err := firmFolder(c.String("firm"), ".")
	if err != nil {
		return layered.FS{}, nil, err
	}
	l, err := s.layer(firm, "templates", s.env.Templates)
	if err != nil {
		return l, nil, err
	}
	names, err := plan.TemplateNames(l)
	return l, names, err
}

func (s *session) templatesList(c *cli.Context) error {
	if c.NArg() > 0 {
		return usagef("run parolepack templates list alone", "templates list takes no argument")
	}
	l, names, err := s.templateLayers(c)
	if err != nil {
		return err
	}
	var list []report.Template
	for _, n := range names {
		list = append(list, report.Template{Name: n, BuiltIn: l.BuiltIn(n + plan.TemplateExt), Override: l.Overrides(n + plan.TemplateExt)})
	}
	return s.printer(c).Templates(list)
}

// templatesExport writes the named templates, or all, and never over a file that exists.
func (s *session) templatesExport(c *cli.Context) error {
	l, known, err := s.templateLayers(c)
	if err != nil {
		return err
	}
	names := c.Args().Slice()
	if len(names) == 0 {
		names = known
	}
	folder := c.String("output")
	if err := s.exportable(folder, names, known); err != nil {
		return err
	}
	if err := output.Folder(folder); err != nil {
		return err
	}
	var list []report.Template
	for _, n := range names {
		if err := s.exportOne(c, l, n, folder); err != nil {
			return err
		}
		list = append(list, report.Template{Name: filepath.Join(folder, n+plan.TemplateExt), BuiltIn: true})
	}
	return s.printer(c).Templates(list)
}

// exportable proves every name and target before anything is written.
func (s *session) exportable(folder string, names, known []string) error {
	for _, n := range names {
		if !contains(known, n) {
			hint := "parolepack templates list names them"
			if m := near.Name(n, known); m != "" {
				hint = fmt.Sprintf("did you mean %q?", m)
			}
			return usagef(hint, "there is no template %q", n)
		}
		target := filepath.Join(folder, n+plan.TemplateExt)
		if _, err := os.Stat(target); !errors.Is(err, fs.ErrNotExist) {
			return withHint(fmt.Errorf("%q exists", target), "move it away or choose another folder with -o; nothing was written")
		}
	}
	return nil
}

func (s *session) exportOne(c *cli.Context, l layered.FS, name, folder string) error {
	data, err := fs.ReadFile(l, name+plan.TemplateExt)
	if err != nil {
		return err
	}
	target := filepath.Join(folder, name+plan.TemplateExt)
	return output.File(c.Context, target, output.Options{}, func(w io.Writer) error {
		_, err := io.Copy(w, strings.NewReader(string(data)))
		return err
	})
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
