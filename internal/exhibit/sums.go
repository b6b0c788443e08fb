package exhibit

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"sync"

	"parolepack/internal/evidence"
)

// Sums are the SHA-256 of a case's files, under way. They serve one goroutine.
type Sums struct {
	queue chan evidence.File
	stop  context.CancelFunc
	wait  sync.WaitGroup

	mu  sync.Mutex // guards the fields below until wait is over
	hex map[string]string
	bad map[string]*evidence.Problem
}

// hashBuffer is how much of a file is read and hashed at a time.
const hashBuffer = 256 << 10

// newSums makes ready to hash up to most files. Of the workers one is left to those who look into the files and go on with
// what they found.
func newSums(ctx context.Context, most, workers int) *Sums {
	ctx, stop := context.WithCancel(ctx)
	s := &Sums{queue: make(chan evidence.File, most), stop: stop, hex: map[string]string{}, bad: map[string]*evidence.Problem{}}
	for range max(1, workers-1) {
		s.wait.Go(func() { s.work(ctx) })
	}
	return s
}

// add has a file hashed; close says that no more will come.
func (s *Sums) add(f evidence.File) { s.queue <- f }
func (s *Sums) close()              { close(s.queue) }

// work hashes files as they come.
func (s *Sums) work(ctx context.Context) {
	buf := make([]byte, hashBuffer)
	for f := range s.queue {
		sum, trouble := hashed(ctx, f, buf)
		s.mu.Lock()
		if trouble != nil {
			s.bad[f.Path] = trouble
		} else {
			s.hex[f.Path] = sum
		}
		s.mu.Unlock()
	}
}

// hashed reads every byte of a file, which must be as long as it was.
func hashed(ctx context.Context, f evidence.File, buf []byte) (string, *evidence.Problem) {
	file, err := os.Open(f.Abs)
	if err != nil {
		return "", unreadable(err)
	}
	defer file.Close()
	sum := sha256.New()
	// One byte more than there should be shows a file that grows.
	n, err := io.CopyBuffer(sum, io.NewSectionReader(cancellable{ctx, file}, 0, f.Size+1), buf)
	if err != nil {
		return "", unreadable(err)
	}
	if n != f.Size {
		return "", problem("changed while it was read", "build the packet when nobody writes to the file", nil)
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// Settle waits until all is hashed and enters it into the facts that the sums began with. A file that could not be read to
// its end gets that as its problem; the error names the first such file.
func (s *Sums) Settle(facts evidence.Facts) error {
	s.wait.Wait()
	s.stop()
	for path, sum := range s.hex {
		f := facts.Files[path]
		f.SHA256 = sum
		facts.Files[path] = f
	}
	var first error
	for _, path := range slices.Sorted(maps.Keys(s.bad)) {
		f := facts.Files[path]
		f.Problem, f.Pages = s.bad[path], 0
		facts.Files[path] = f
		if first == nil {
			first = &unread{path, f.Problem}
		}
	}
	return first
}

// An unread is a file that could not be hashed.
type unread struct {
	path    string
	problem *evidence.Problem
}

// Error names the file and what is wrong; Hint is the way out.
func (u *unread) Error() string { return fmt.Sprintf("%q %s", u.path, u.problem.Summary) }
func (u *unread) Hint() string  { return u.problem.Do }
func (u *unread) Unwrap() error { return u.problem.Err }

// Stop gives up on what is not hashed yet. After Settle it does nothing.
func (s *Sums) Stop() {
	s.stop()
	s.wait.Wait()
}

// A cancellable is a reader that heeds a cancelled run between reads.
type cancellable struct {
	ctx  context.Context
	from io.ReaderAt
}

func (c cancellable) ReadAt(b []byte, off int64) (int, error) {
	if err := context.Cause(c.ctx); err != nil {
		return 0, err
	}
	return c.from.ReadAt(b, off)
}
