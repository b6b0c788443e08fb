package child

import (
	"context"
	"encoding/json"
	"io"
	"os"

	"parolepack/bench/material"
	"parolepack/internal/font"
	"parolepack/internal/output"
	"parolepack/internal/plan"
)

// fillForm fills a blank with the planned fields of a JSON file and leaves the fields live.
func fillForm(to, blank, planned string) error {
	data, err := os.ReadFile(planned)
	if err != nil {
		return err
	}
	f := material.Form{Blank: blank, Part: &plan.Part{}}
	if err := json.Unmarshal(data, f.Part); err != nil {
		return err
	}
	return output.File(context.Background(), to, output.Options{Inputs: []string{blank}}, func(w io.Writer) error { return f.Write(font.NewSet(), w) })
}
