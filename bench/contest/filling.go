package contest

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"parolepack/bench/child"
	"parolepack/bench/material"
	"parolepack/internal/fill"
	"parolepack/internal/font"
	"parolepack/internal/ink"
)

// A Filling is what filling the form takes, the same values by all.
type Filling struct {
	// Packet is one copy of a blank that is open already, drawn as a packet takes it; Opened one written as a file with
	// live fields; Fresh the same with opening the blank; Pdfcpu that by pdfcpu in this process: the rounds' times in seconds.
	Packet, Opened, Fresh, Pdfcpu []float64
	// Further is what one further copy with live fields allocates, in bytes.
	Further int64
	// Processes are ours and pdftk, each a process that opens, fills and writes.
	Processes []*Result
	// PdfcpuErr is why pdfcpu dropped out.
	PdfcpuErr error
}

// Fill fills the form over and over.
func Fill(ctx context.Context, form *material.Form, dir string, n Rounds) (*Filling, error) {
	f := &Filling{}
	if err := f.inProcess(ctx, form, dir, n); err != nil {
		return nil, err
	}
	entries, err := fillers(ctx, form, dir)
	if err != nil {
		return nil, err
	}
	words := Values(form.Part)
	f.Processes, err = Run(ctx, entries, n, func(_ Entry, path string) (Kept, error) { return Look(ctx, path, words) })
	return f, err
}

// inProcess takes the rounds within this process, ours and pdfcpu in turn.
func (f *Filling) inProcess(ctx context.Context, form *material.Form, dir string, n Rounds) error {
	blank, err := fill.OpenFile(form.Blank)
	if err != nil {
		return err
	}
	defer blank.Document().Close()
	peer, err := newPdfcpu(form, dir)
	if err != nil {
		return err
	}
	set := font.NewSet()
	opened := func() error { return form.WriteOn(blank, ink.NewFonts(set), &bytes.Buffer{}) }
	packet := func() error {
		filled, err := fill.Fill(form.Part, blank, ink.NewFonts(set))
		if err == nil {
			filled.Flatten()
		}
		return err
	}
	// Faces are parsed once a process, as pdfcpu's metrics are.
	fresh := func() error { return form.Write(set, &bytes.Buffer{}) }
	for round := range n.Warm + n.Rounds {
		if err := context.Cause(ctx); err != nil {
			return err
		}
		for _, t := range []struct {
			into *[]float64
			do   func() error
		}{{&f.Packet, packet}, {&f.Opened, opened}, {&f.Fresh, fresh}} {
			if err := take(t.into, round >= n.Warm, t.do); err != nil {
				return err
			}
		}
		if f.PdfcpuErr == nil {
			f.PdfcpuErr = take(&f.Pdfcpu, round >= n.Warm, peer.fill)
		}
	}
	f.Further, err = allocated(opened)
	return err
}

// take times one call.
func take(into *[]float64, counts bool, do func() error) error {
	runtime.GC()
	start := time.Now()
	err := do()
	if took := time.Since(start); counts && err == nil {
		*into = append(*into, took.Seconds())
	}
	return err
}

// allocated is what a call allocates in all, in bytes; what it holds at one moment is less.
func allocated(do func() error) (int64, error) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	err := do()
	runtime.ReadMemStats(&after)
	return int64(after.TotalAlloc - before.TotalAlloc), err
}

// pdfcpu fills a blank with the values of a JSON form.
type pdfcpu struct{ blank, values []byte }

func newPdfcpu(form *material.Form, dir string) (*pdfcpu, error) {
	// The font that it fills with is one that it installs in its configuration folder.
	if err := api.EnsureDefaultConfigAt(dir); err != nil {
		return nil, err
	}
	blank, err := os.ReadFile(form.Blank)
	if err != nil {
		return nil, err
	}
	var values bytes.Buffer
	if err := api.ExportFormJSON(bytes.NewReader(blank), &values, "", model.NewDefaultConfiguration()); err != nil {
		return nil, fmt.Errorf("pdfcpu: %w", err)
	}
	answered, err := answer(values.Bytes(), form.Part)
	return &pdfcpu{blank, answered}, err
}

func (p *pdfcpu) fill() error {
	return api.FillForm(bytes.NewReader(p.blank), bytes.NewReader(p.values), &bytes.Buffer{}, model.NewDefaultConfiguration())
}

// fillers are ours and pdftk, where it is installed, with the values in files of the folder.
func fillers(ctx context.Context, form *material.Form, dir string) ([]Entry, error) {
	planned, err := json.Marshal(form.Part)
	if err != nil {
		return nil, err
	}
	part, fdf := filepath.Join(dir, "form.json"), filepath.Join(dir, "form.fdf")
	if err := os.WriteFile(part, planned, 0o600); err != nil {
		return nil, err
	}
	ours, err := child.Command("fill")
	if err != nil {
		return nil, err
	}
	list := []Entry{joined("parolepack", "", "syncs; every value has its appearance, set in an embedded font; nothing cut", func(out string) []string {
		return append(append([]string{}, ours...), out, form.Blank, part)
	})}
	tool, err := exec.LookPath("pdftk")
	if err != nil {
		return list, nil
	}
	if err := os.WriteFile(fdf, forms(form.Part), 0o600); err != nil {
		return nil, err
	}
	return append(list, joined("pdftk fill_form", firstLine(ctx, tool, "--version"), "does not sync", func(out string) []string {
		return []string{tool, form.Blank, "fill_form", fdf, "output", out}
	})), nil
}
