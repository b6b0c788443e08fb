package contest

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"parolepack/bench/measure"
)

// A Batch is how fast many cases are built.
type Batch struct {
	// Cases is how many there are.
	Cases int
	// One and Two are the rounds' times in seconds with one worker and with two.
	One, Two []float64
}

// RunBatch builds the cases below a folder with one worker and with two, in turn.
func RunBatch(ctx context.Context, program, dir string, cases int, args []string, n Rounds) (*Batch, error) {
	b := &Batch{Cases: cases}
	out, err := os.MkdirTemp("", "parolepack-bench-*")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(out)
	for round := range n.Warm + n.Rounds {
		for workers, into := range []*[]float64{1: &b.One, 2: &b.Two} {
			if into == nil {
				continue
			}
			settle()
			to := filepath.Join(out, fmt.Sprint(round, "-", workers))
			command := append([]string{program, "batch", dir, "-o", to, "-j", strconv.Itoa(workers)}, args...)
			t, err := measure.Run(ctx, measure.Command{Args: command, Exits: []int{4}})
			if err != nil {
				return nil, err
			}
			if round >= n.Warm {
				*into = append(*into, t.Wall)
			}
			if err := os.RemoveAll(to); err != nil {
				return nil, err
			}
		}
	}
	return b, nil
}
