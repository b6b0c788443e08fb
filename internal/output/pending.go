package output

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// bufferSize is how many bytes gather before the system is asked to write; packets are large. Each writebackSize of
// them are sent on to the disk while the next are made.
const (
	bufferSize    = 256 << 10
	writebackSize = 8 << 20
)

// system is what of the operating system a test may stand in for.
type system struct {
	rename func(from, to string) error
	sync   func(*os.File) error
	sleep  func(time.Duration)
}

// A Pending is a file on its way: written, readable, but not yet under its name. Exactly one of Commit and Abort
// ends it; Abort after Commit does nothing, so it can be deferred.
type Pending struct {
	ctx    context.Context
	path   string // as the caller gave it
	target string // where it goes, symbolic links followed
	temp   *os.File
	name   string // of temp
	buffer *behind
	err    error // the first failure of the disk; read after buffer.wait alone
	size   int64 // written so far
	sent   int64 // of these, sent on to the disk
	done   bool
	sys    system
}

// Create begins a file that will be path. A target that is a folder, something other than a plain file, or one of
// the inputs is refused with an *Error, and so is a folder that cannot be written to.
func Create(ctx context.Context, path string, o Options) (*Pending, error) {
	target, err := resolve(path, o)
	if err != nil {
		return nil, err
	}
	temp, err := os.CreateTemp(filepath.Dir(target), ".parolepack-*.tmp")
	if err != nil {
		return nil, explain(path, err)
	}
	p := &Pending{ctx: ctx, path: path, target: target, temp: temp, name: temp.Name()}
	p.sys = system{rename: os.Rename, sync: (*os.File).Sync, sleep: time.Sleep}
	p.buffer = newBehind(p.append)
	return p, nil
}

// Write adds bytes to the file.
func (p *Pending) Write(b []byte) (int, error) { return p.buffer.Write(b) }

// append puts bytes at the end of the file, keeps the disk's failure and heeds a cancelled run.
func (p *Pending) append(b []byte) error {
	if err := context.Cause(p.ctx); err != nil {
		return err
	}
	n, err := p.temp.Write(b)
	p.size += int64(n)
	if err != nil {
		p.err = err
		return err
	}
	if p.size-p.sent >= writebackSize {
		writeback(p.temp, p.sent, p.size-p.sent)
		p.sent = p.size
	}
	return nil
}

// ReadAt reads back what was written, so that it can be checked before it takes its name.
func (p *Pending) ReadAt(b []byte, off int64) (int, error) {
	if err := p.buffer.flush(); err != nil {
		return 0, p.Explain(err)
	}
	return p.temp.ReadAt(b, off)
}

// Seal says that nothing is written any more until Commit, so that the memory for writing goes to other files.
func (p *Pending) Seal() error {
	err := p.Explain(p.buffer.flush())
	p.buffer.buf, p.buffer.spare = nil, nil
	return err
}

// Commit syncs the file and gives it its name, replacing what stood there. After an error nothing is left.
func (p *Pending) Commit() error { return Commit(p) }

// Commit commits files that belong together: all are synced, at once, before the first takes its name, so that an
// interruption or a full disk never leaves one without the others. After an error none is left that has not taken its name.
func Commit(files ...*Pending) error {
	for _, p := range files {
		defer p.Abort()
	}
	if err := settle(files); err != nil {
		return err
	}
	folders := map[string]bool{}
	for _, p := range files {
		if err := p.rename(); err != nil {
			return explain(p.path, err)
		}
		p.done = true
		folders[filepath.Dir(p.target)] = true
	}
	for dir := range folders {
		syncFolder(dir)
	}
	return nil
}

// settle settles files at the same time, since a disk syncs two as fast as one. The error is the first file's that has one.
func settle(files []*Pending) error {
	errs := make([]error, len(files))
	var wait sync.WaitGroup
	for i, p := range files {
		wait.Go(func() { errs[i] = p.Explain(p.settle()) })
	}
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// settle brings every byte to the disk and closes the temporary file; Windows renames no open file.
func (p *Pending) settle() error {
	if err := p.buffer.flush(); err != nil {
		return err
	}
	if err := p.sys.sync(p.temp); err != nil {
		return errors.Join(err, p.temp.Close())
	}
	if err := p.temp.Close(); err != nil {
		return err
	}
	return context.Cause(p.ctx)
}

// rename gives the file its name. Where a viewer holds the old file open, which only Windows minds, it tries for
// a second: indexers and scanners let go soon.
func (p *Pending) rename() error {
	const tries, pause = 20, 50 * time.Millisecond
	for i := 0; ; i++ {
		err := p.sys.rename(p.name, p.target)
		if err == nil || !busy(err) || i == tries {
			return err
		}
		p.sys.sleep(pause)
	}
}

// Abort leaves nothing behind.
func (p *Pending) Abort() {
	if p.done {
		return
	}
	p.done = true
	p.buffer.wait()
	p.temp.Close()
	os.Remove(p.name)
}

// Explain tells the failure of the disk behind an error of writing to p, as an *Error; any other error it returns as it
// came.
func (p *Pending) Explain(err error) error {
	p.buffer.wait()
	if p.err != nil {
		return explain(p.path, p.err)
	}
	if full(err) {
		return explain(p.path, err)
	}
	return err
}
