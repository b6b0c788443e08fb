package contest

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"parolepack/bench/measure"
)

// An Entry is one program with its task.
type Entry struct {
	// Name is how tables call it, Version what it calls itself, Note what it leaves undone or does more.
	Name, Version, Note string
	// Command runs the task and writes its result to out.
	Command func(out string) measure.Command
}

// A Result is what was measured of one Entry.
type Result struct {
	Entry
	// Times are the rounds after the warm-up, in order.
	Times []measure.Time
	// Memory is the most that any of some further runs held.
	Memory measure.Memory
	// Size is that of the output in bytes; Kept tells what it still holds of the form.
	Size int64
	Kept Kept
	// Err is why the program dropped out.
	Err error
}

// Walls are the wall times of the rounds in seconds.
func (r *Result) Walls() []float64 {
	return column(r.Times, func(t measure.Time) float64 { return t.Wall })
}

// CPUs are the processor times of the rounds in seconds.
func (r *Result) CPUs() []float64 {
	return column(r.Times, func(t measure.Time) float64 { return t.CPU })
}

func column(times []measure.Time, of func(measure.Time) float64) []float64 {
	out := make([]float64, len(times))
	for i, t := range times {
		out[i] = of(t)
	}
	return out
}

// Rounds says how often the entries run: Warm rounds that do not count, then Rounds that do.
type Rounds struct{ Warm, Rounds int }

// Run runs all entries, a round after the other, and looks at each one's memory at the end. Outputs go to a folder that
// is emptied again; what earlier runs left to the disk is settled before each start.
func Run(ctx context.Context, entries []Entry, n Rounds, look func(e Entry, path string) (Kept, error)) ([]*Result, error) {
	dir, err := os.MkdirTemp("", "parolepack-bench-*")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	results := make([]*Result, len(entries))
	for i := range entries {
		results[i] = &Result{Entry: entries[i]}
	}
	for round := range n.Warm + n.Rounds {
		for _, r := range results {
			if err := context.Cause(ctx); err != nil {
				return nil, err
			}
			r.round(ctx, dir, round >= n.Warm)
		}
	}
	for _, r := range results {
		r.inspect(ctx, dir, look)
	}
	return results, nil
}

// round runs an entry once.
func (r *Result) round(ctx context.Context, dir string, counts bool) {
	if r.Err != nil {
		return
	}
	settle()
	t, err := measure.Run(ctx, r.Command(filepath.Join(dir, "out.pdf")))
	clear := os.RemoveAll(filepath.Join(dir, "out.pdf"))
	switch {
	case err != nil:
		r.Err = err
	case clear != nil:
		r.Err = clear
	case counts:
		r.Times = append(r.Times, t)
	}
}

// looks is how many runs are made to see the memory: it differs a little with the garbage collector's moments.
const looks = 3

// inspect takes memory, size and what the output holds.
func (r *Result) inspect(ctx context.Context, dir string, look func(e Entry, path string) (Kept, error)) {
	if r.Err != nil {
		return
	}
	out := filepath.Join(dir, "out.pdf")
	defer os.Remove(out)
	for range looks {
		m, err := measure.Peak(ctx, r.Command(out))
		if err != nil {
			r.Err = err
			return
		}
		r.Memory.Anonymous = max(r.Memory.Anonymous, m.Anonymous)
		r.Memory.Resident = max(r.Memory.Resident, m.Resident)
	}
	info, err := os.Stat(out)
	if err != nil {
		r.Err = fmt.Errorf("%s wrote nothing: %w", r.Name, err)
		return
	}
	r.Size = info.Size()
	if look != nil {
		r.Kept, r.Err = look(r.Entry, out)
	}
}
