package output

import (
	"bufio"
	"errors"
	"io"
	"os"
)

// A Scratch is one private temporary file of a run, readable by its owner alone, which holds any number of sections.
// Where the system allows it the file has no name from the start, so that not even a run that is killed leaves it
// behind. It is not safe for concurrent use; the sections are, until Close.
type Scratch struct {
	file  *os.File
	named bool // it could not lose its name while it is open
	end   int64
}

// scratchName is how the failure of a scratch file is told.
const scratchName = "temporary file"

// NewScratch makes an empty one in the system's folder for temporary files.
func NewScratch() (*Scratch, error) {
	file, err := os.CreateTemp("", "parolepack-*.tmp")
	if err != nil {
		return nil, explainScratch(err)
	}
	return &Scratch{file: file, named: os.Remove(file.Name()) != nil}, nil
}

// ErrLong says that a section would be longer than its limit.
var ErrLong = errors.New("longer than allowed")

// Section adds what write writes, up to limit bytes, and returns it once sound has found it good. Where either fails it
// is gone again, and the error is theirs, unless it is the disk's: that is an *Error.
func (s *Scratch) Section(limit int64, write func(io.Writer) error, sound func(io.ReaderAt, int64) error) (*io.SectionReader, error) {
	w := &section{scratch: s, left: limit, at: s.end}
	buffer := bufio.NewWriterSize(w, bufferSize)
	err := write(buffer)
	if err == nil {
		err = buffer.Flush()
	}
	if w.err != nil {
		err = explainScratch(w.err)
	}
	if err == nil {
		kept := io.NewSectionReader(s.file, s.end, w.at-s.end)
		if err = sound(kept, kept.Size()); err == nil {
			s.end = w.at
			return kept, nil
		}
	}
	return nil, errors.Join(err, s.file.Truncate(s.end))
}

// Close removes the file; no section can be read any more.
func (s *Scratch) Close() error {
	err := s.file.Close()
	if s.named {
		err = errors.Join(err, os.Remove(s.file.Name()))
	}
	return err
}

// section is the end of a section's buffer.
type section struct {
	scratch *Scratch
	left    int64
	at      int64
	err     error // the first failure of the disk
}

func (w *section) Write(b []byte) (int, error) {
	if int64(len(b)) > w.left {
		return 0, ErrLong
	}
	n, err := w.scratch.file.WriteAt(b, w.at)
	w.at, w.left = w.at+int64(n), w.left-int64(n)
	if err != nil {
		w.err = err
	}
	return n, err
}

// explainScratch tells a failure of the scratch file with its own way out: -o has no say in where it lies.
func explainScratch(err error) error {
	told := explain(scratchName, err)
	var known *Error
	if errors.As(told, &known) {
		known.Way = "free some space in the system's temporary folder, or name another with TMPDIR"
	}
	return told
}
