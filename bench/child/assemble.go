package child

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strconv"

	"parolepack/internal/assemble"
	"parolepack/internal/casefile"
	"parolepack/internal/exhibit"
	"parolepack/internal/font"
	"parolepack/internal/ink"
	"parolepack/internal/output"
	"parolepack/internal/pace"
	"parolepack/internal/plan"
)

// assembleFiles joins files as the program joins exhibits: every file is hashed and looked into, each page is set on Letter and
// stamped, and outline, links and page labels are written. The files lie in the folder of the first or below it. It is the whole of `parolepack build` but the case: no form is
// filled and no letter laid out.
func assembleFiles(ctx context.Context, to string, from []string) error {
	pace.Set(os.Getenv, pace.Single) // as the program does
	root, c := filepath.Dir(from[0]), &casefile.Case{}
	for i, name := range from {
		below, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		c.Exhibits = append(c.Exhibits, casefile.Exhibit{ID: strconv.Itoa(i + 1), Files: []string{filepath.ToSlash(below)}})
	}
	facts, sums, err := exhibit.Begin(ctx, root, c, runtime.GOMAXPROCS(0), nil)
	if err != nil {
		return err
	}
	defer sums.Stop()
	p := &plan.Plan{Title: "Benchmark", Language: "en", Facts: facts}
	for i := range c.Exhibits {
		if err := addPart(p, i, c.Exhibits[i].Files[0]); err != nil {
			return err
		}
	}
	return output.File(ctx, to, output.Options{Inputs: from}, func(w io.Writer) error {
		if err := write(ctx, w, p); err != nil {
			return err
		}
		return sums.Settle(facts)
	})
}

// addPart puts a file at the end of the plan.
func addPart(p *plan.Plan, i int, name string) error {
	fact := p.Facts.Files[name]
	if fact.Problem != nil {
		return fmt.Errorf("%s %s", name, fact.Problem.Summary)
	}
	pages := make([]int, fact.Pages)
	for k := range pages {
		pages[k] = k + 1
	}
	label := fmt.Sprintf("Exhibit %d", i+1)
	p.Parts = append(p.Parts, plan.Part{
		ID: label, Kind: plan.Exhibit, Title: label, First: p.Pages + 1, Pages: len(pages), Under: "Exhibits",
		Label: strconv.Itoa(i+1) + "-",
		Exhibit: &plan.ExhibitPart{
			ID: label, Label: label, Sources: []plan.Source{{Path: name, Abs: fact.Abs, Kind: fact.Kind, Pages: pages}},
		},
	})
	p.Pages += len(pages)
	return nil
}

// write writes the packet of a plan of exhibits.
func write(ctx context.Context, w io.Writer, p *plan.Plan) error {
	shelf := exhibit.NewShelf(p, nil)
	defer shelf.Close()
	open := func(part *plan.Part) (assemble.Source, error) { return shelf.Pages(part), nil }
	_, err := assemble.Write(ctx, w, p, open, ink.NewFonts(font.NewSet()))
	return err
}
