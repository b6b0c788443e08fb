package mend

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"

	"parolepack/internal/output"
)

// A Copy is the mended copy of a file, without encryption. It is readable until its Store is closed.
type Copy struct {
	io.ReaderAt
	// Size is in bytes.
	Size int64
	// Tool is the repairer's name and version.
	Tool string
}

// A Store keeps the mended copies of one run, so that a file is mended once, however often it is used. It mends one file
// at a time: a damaged file is rare and may cost much. It is safe for concurrent use; a nil Store mends nothing.
type Store struct {
	repairers []Repairer
	limits    Limits

	mu      sync.Mutex
	scratch *output.Scratch
	known   map[string]result
	copies  map[string]*Copy // by the original's SHA-256
	locked  bool             // a repairer had no license
}

// A result is what became of a file.
type result struct {
	copy *Copy
	err  error
}

// NewStore makes a Store of repairers, which are tried in that order. It starts nothing and makes no file yet.
func NewStore(limits Limits, repairers ...Repairer) *Store {
	return &Store{repairers: repairers, limits: limits.withDefaults(), known: map[string]result{}, copies: map[string]*Copy{}}
}

// Mend returns the mended copy of a file: that of the first repairer whose copy is sound. The same bytes with the same
// passwords are tried once a run. An error is ctx's where it is cancelled, the disk's where the copy cannot be kept, and
// a *Failure otherwise.
func (s *Store) Mend(ctx context.Context, o Original, sound func(io.ReaderAt, int64) error) (*Copy, error) {
	if s == nil {
		return nil, &Failure{}
	}
	passwords := slices.Compact(slices.Sorted(slices.Values(o.Passwords)))
	key := fmt.Sprintf("%s%q", o.SHA256, passwords)
	s.mu.Lock()
	defer s.mu.Unlock()
	if known, ok := s.known[key]; ok {
		return known.copy, known.err
	}
	if len(passwords) == 0 {
		passwords = []string{""}
	}
	c, err := s.try(ctx, o, passwords, sound)
	if cause := context.Cause(ctx); cause != nil {
		return nil, cause
	}
	s.known[key] = result{c, err}
	if c != nil {
		s.copies[o.SHA256] = c
	}
	return c, err
}

// Copy returns the copy that Mend made of a file, by the original's SHA-256; nil where it made none.
func (s *Store) Copy(sum string) *Copy {
	if s == nil {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.copies[sum]
}

// Unlicensed reports whether a repairer was asked for help and had no license to give it.
func (s *Store) Unlicensed() bool {
	if s == nil {
		return false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.locked
}

// Close removes all copies.
func (s *Store) Close() error {
	if s == nil {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	clear(s.copies)
	clear(s.known)
	if s.scratch == nil {
		return nil
	}
	defer func() { s.scratch = nil }()
	return s.scratch.Close()
}

// try asks one repairer after the other, each with every password, until a copy is sound.
func (s *Store) try(ctx context.Context, o Original, passwords []string, sound func(io.ReaderAt, int64) error) (*Copy, error) {
	ctx, cancel := context.WithTimeout(ctx, s.limits.time(o.Size))
	defer cancel()
	var failed []error
	for _, r := range s.repairers {
		for _, password := range passwords {
			c, err := s.one(ctx, r, o, password, sound)
			if err == nil {
				return c, nil
			}
			var disk *output.Error
			if errors.As(err, &disk) {
				return nil, err
			}
			failed = append(failed, err)
		}
	}
	err := errors.Join(failed...)
	s.locked = s.locked || errors.Is(err, ErrUnlicensed)
	return nil, &Failure{Way: s.way(), Err: err}
}

// way names the repairer that is missing.
func (s *Store) way() string {
	if slices.ContainsFunc(s.repairers, func(r Repairer) bool { _, ok := r.(*QPDF); return ok }) {
		return ""
	}
	return "installing qpdf may help"
}

// one has one repairer mend a file and looks whether that helped.
func (s *Store) one(ctx context.Context, r Repairer, o Original, password string, sound func(io.ReaderAt, int64) error) (*Copy, error) {
	if s.scratch == nil {
		scratch, err := output.NewScratch()
		if err != nil {
			return nil, err
		}
		s.scratch = scratch
	}
	tool := r.Name(ctx)
	copied, err := s.scratch.Section(4*o.Size+s.limits.Extra, func(w io.Writer) error {
		if err := safely(ctx, r, o.Path, password, w); err != nil {
			return err
		}
		return unchanged(o)
	}, sound)
	if err != nil {
		return nil, err
	}
	return &Copy{ReaderAt: copied, Size: copied.Size(), Tool: tool}, nil
}
