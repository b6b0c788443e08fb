// Package report prints results: as text for a person or as JSON for a program. Both say the
// same; the order never changes for the same result.
package report

import (
	"encoding/json"
	"errors"
	"io"

	"parolepack/internal/assemble"
	"parolepack/internal/batch"
	"parolepack/internal/finding"
	"parolepack/internal/plan"
	"parolepack/internal/why"
)

// A Printer prints one command's result.
type Printer interface {
	Built(Build) error
	Checked(Check) error
	Planned(*plan.Plan) error
	Explained(boxes []why.Box, brief bool) error
	Batched(batch.Report) error
	Forms([]Form) error
	Added([]Form) error
	Templates([]Template) error
	Inspected(Inspection) error
	Practised([]Form) error
	Diffed(EditionDiff) error
}

// A Build is a packet that was written.
type Build struct {
	Packet   string `json:"packet"`
	Manifest string `json:"manifest"`
	Ready    bool   `json:"ready"`
	// Practice says that the packet is on practice forms and not for filing.
	Practice bool   `json:"practice"`
	Pages    int    `json:"pages"`
	Size     int64  `json:"size"`
	SHA256   string `json:"sha256"`
	Parts    []Part `json:"parts"`
	// Files are the parts that were also written one by one, in filing order.
	Files    []File       `json:"files,omitempty"`
	Findings finding.List `json:"findings"`
	// Removed counts what exhibits held and the packet does not, by kind in plain words: scripts, attached files, live form
	// fields. Left tells the same file by file, the gravest first.
	Removed map[string]int  `json:"removed,omitempty"`
	Left    []assemble.Left `json:"left_behind,omitempty"`
	// Sign lists the boxes to sign by hand.
	Sign []plan.SignatureBox `json:"sign"`
}

// A File is one file of the packet's parts: whose pages it has, and on which page of the packet it starts.
type File struct {
	Path   string   `json:"path"`
	Parts  []string `json:"parts"`
	First  int      `json:"first"`
	Pages  int      `json:"pages"`
	Size   int64    `json:"size"`
	SHA256 string   `json:"sha256"`
	// Fillable says that the form's fields are live.
	Fillable bool `json:"fillable,omitempty"`
}

// A Part is one part's place in a packet. Under is the part that it belongs to, as an exhibit's
// pages to their divider sheet.
type Part struct {
	ID    string    `json:"id"`
	Kind  plan.Kind `json:"kind"`
	Title string    `json:"title"`
	First int       `json:"first"`
	Pages int       `json:"pages"`
	Under string    `json:"under,omitempty"`
}

// A Check is the answer to whether a case can be filed.
type Check struct {
	Case     string       `json:"case"`
	Ready    bool         `json:"ready"`
	Practice bool         `json:"practice"`
	Findings finding.List `json:"findings"`
}

// A Template is one template and whether the firm's own stands over the built-in one.
type Template struct {
	Name     string `json:"name"`
	BuiltIn  bool   `json:"built_in"`
	Override bool   `json:"override"`
}

// Parts lists a plan's parts.
func Parts(p *plan.Plan) []Part {
	parts := make([]Part, len(p.Parts))
	for i, part := range p.Parts {
		parts[i] = Part{part.ID, part.Kind, part.Title, part.First, part.Pages, part.Under}
	}
	return parts
}

// New returns a printer to w: JSON, or text with colours where colour is set.
func New(w io.Writer, asJSON, colour bool) Printer {
	if asJSON {
		return jsonPrinter{w}
	}
	return &textPrinter{w: w, colour: colour}
}

// jsonPrinter prints every result as one indented JSON value.
type jsonPrinter struct{ w io.Writer }

// JSON writes one value as the JSON printer does.
func JSON(w io.Writer, v any) error {
	lines := newIndenter(w)
	e := json.NewEncoder(lines)
	e.SetEscapeHTML(false)
	return errors.Join(e.Encode(v), lines.flush())
}

func (p jsonPrinter) Built(b Build) error                 { return JSON(p.w, b) }
func (p jsonPrinter) Checked(c Check) error               { return JSON(p.w, c) }
func (p jsonPrinter) Planned(pl *plan.Plan) error         { return JSON(p.w, pl) }
func (p jsonPrinter) Explained(b []why.Box, _ bool) error { return JSON(p.w, b) }
func (p jsonPrinter) Batched(r batch.Report) error        { return JSON(p.w, r) }
func (p jsonPrinter) Forms(f []Form) error                { return JSON(p.w, f) }
func (p jsonPrinter) Added(f []Form) error                { return JSON(p.w, f) }
func (p jsonPrinter) Templates(t []Template) error        { return JSON(p.w, t) }
