package packet

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"parolepack/internal/casefile"
	"parolepack/internal/catalog"
	"parolepack/internal/plan"
)

func house(t testing.TB) *House {
	t.Helper()
	c, err := catalog.Load(os.DirFS("../../fields"))
	if err != nil {
		t.Fatal(err)
	}
	return NewHouse(c, os.DirFS("../../templates"), nil, nil)
}

// medical is the medical sample as a job on practice forms.
func medical(t testing.TB) Job {
	t.Helper()
	dir := filepath.Join("..", "..", "samples", "medical")
	name := filepath.Join(dir, "case.json")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	file, err := casefile.Read(name, data, casefile.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return Job{Case: file, Dir: dir, AsOf: casefile.Date{Year: 2026, Month: 11, Day: 24}, Practice: true}
}

// make plans and builds one job on a desk.
func build(ctx context.Context, d *Desk, job Job, w io.Writer) (*Result, error) {
	p, err := d.Plan(ctx, job)
	if err != nil {
		return nil, err
	}
	return d.Build(ctx, job, p, w)
}

func TestTheSameCaseGivesTheSameBytesOnEveryDesk(t *testing.T) {
	h, job := house(t), medical(t)
	packets := make([]bytes.Buffer, 4)
	errs := make([]error, len(packets))
	var wait sync.WaitGroup
	for i := range packets {
		wait.Go(func() {
			desk := h.Desk()
			defer desk.Close()
			// A desk that has built before must give what a fresh one gives.
			for range i%2 + 1 {
				packets[i].Reset()
				_, errs[i] = build(t.Context(), desk, job, &packets[i])
			}
		})
	}
	wait.Wait()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
	for i := range packets {
		if !bytes.Equal(packets[i].Bytes(), packets[0].Bytes()) {
			t.Errorf("packet %d differs from the first", i)
		}
	}
}

func TestTheManifestNamesEveryInput(t *testing.T) {
	desk, job := house(t).Desk(), medical(t)
	defer desk.Close()
	r, err := build(t.Context(), desk, job, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	m, err := desk.Manifest(job, r, "parolepack test")
	if err != nil {
		t.Fatal(err)
	}
	roles := map[string]int{}
	for _, in := range m.Inputs {
		roles[in.Role]++
		if len(in.SHA256) != 64 {
			t.Errorf("%s has the hash %q", in.Path, in.SHA256)
		}
		if filepath.IsAbs(in.Path) {
			t.Errorf("%s tells where the machine keeps its files", in.Path)
		}
	}
	if roles["case"] != 1 || roles["exhibit"] != 12 || roles["blank"] != 0 {
		t.Errorf("inputs %v", roles)
	}
	if len(m.Editions) != 5 || m.Packet.Pages != r.Plan.Pages || m.Packet.SHA256 != r.Summary.SHA256 {
		t.Errorf("manifest %+v, %v", m.Packet, m.Editions)
	}
}

func TestAnUnusableExhibitIsRefusedBeforeAnythingIsWritten(t *testing.T) {
	desk, job := house(t).Desk(), medical(t)
	defer desk.Close()
	job.Case.Case.Exhibits[0].Files[0] = "exhibits/nowhere.pdf"
	p, err := desk.Plan(t.Context(), job)
	if err != nil {
		t.Fatal(err)
	}
	var w bytes.Buffer
	_, err = desk.Build(t.Context(), job, p, &w)
	var unusable *UnusableError
	if !errors.As(err, &unusable) || w.Len() > 0 {
		t.Errorf("%v with %d bytes written", err, w.Len())
	}
	if want := []plan.Unusable{{Label: "Exhibit A", Path: "exhibits/nowhere.pdf"}}; unusable != nil &&
		(unusable.Files[0].Label != want[0].Label || unusable.Files[0].Path != want[0].Path || unusable.Hint() == "") {
		t.Errorf("refused with %+v", unusable.Files)
	}
}

func TestACancelledBuildStops(t *testing.T) {
	desk, job := house(t).Desk(), medical(t)
	defer desk.Close()
	p, err := desk.Plan(t.Context(), job)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := desk.Build(ctx, job, p, io.Discard); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled build gives %v", err)
	}
}

// BenchmarkPacket is a batch worker's turn: a case planned and built on an open desk.
func BenchmarkPacket(b *testing.B) {
	h, job := house(b), medical(b)
	desk := h.Desk()
	defer desk.Close()
	for b.Loop() {
		if _, err := build(b.Context(), desk, job, io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}
