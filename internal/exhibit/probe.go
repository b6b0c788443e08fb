package exhibit

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"sync"

	"parolepack/internal/casefile"
	"parolepack/internal/evidence"
	"parolepack/internal/mend"
)

// Probe looks at every file that the case's exhibits name, below root, the case's folder: originals, translations and
// certificates, each file once. The kind is told by the first bytes. Whatever is wrong with a file is its Problem; the one
// error is ctx's, where it is cancelled. Up to workers files are read at once; the facts do not depend on it. A damaged PDF
// is mended by store, which may be nil.
func Probe(ctx context.Context, root string, c *casefile.Case, workers int, store *mend.Store) (evidence.Facts, error) {
	files := filesOf(c)
	found := make([]evidence.File, len(files))
	turns := make(chan []byte, max(1, workers)) // each with a buffer to read into
	for range cap(turns) {
		turns <- make([]byte, 256<<10)
	}
	var wait sync.WaitGroup
	for i := range files {
		buf := <-turns
		if ctx.Err() != nil {
			break
		}
		wait.Go(func() {
			found[i] = probe(ctx, root, files[i], buf, store)
			turns <- buf
		})
	}
	wait.Wait()
	facts := evidence.Facts{Files: make(map[string]evidence.File, len(files))}
	for i, f := range files {
		facts.Files[f.path] = found[i]
	}
	return facts, context.Cause(ctx)
}

// probe tells what one file is, reading into buf.
func probe(ctx context.Context, root string, n *named, buf []byte, store *mend.Store) evidence.File {
	f := evidence.File{Path: n.path}
	abs, trouble := locate(root, n.path)
	f.Abs, f.Problem = abs, trouble
	if trouble != nil {
		return f
	}
	file, err := os.Open(abs)
	if err != nil {
		f.Problem = unreadable(err)
		return f
	}
	defer file.Close()
	if f.Problem = measure(ctx, &f, file, buf); f.Problem == nil {
		f.Problem = inspect(&f, file, n)
		f.Problem = mended(ctx, &f, n, store)
	}
	if f.Problem != nil {
		f.Pages = 0
	}
	return f
}

// unreadable is the problem of a file that the system does not let us read.
func unreadable(err error) *evidence.Problem {
	if errors.Is(err, os.ErrPermission) {
		return problem("cannot be opened: no permission", "let your user read the file", err)
	}
	var path *os.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return problem("cannot be read: "+err.Error(), "copy the file to another disk, or scan the paper again", err)
}

// measure is the part of probing that reads every byte.
func measure(ctx context.Context, f *evidence.File, file *os.File, buf []byte) *evidence.Problem {
	info, err := file.Stat()
	switch {
	case err != nil:
		return unreadable(err)
	case info.IsDir():
		return problem("is a folder", "name the files in it, each by itself", nil)
	case !info.Mode().IsRegular():
		return problem("is not a plain file", "name a PDF, JPEG or PNG file", nil)
	case info.Size() == 0:
		return problem("is empty", "put the document in its place", nil)
	}
	sum := sha256.New()
	n, err := io.CopyBuffer(sum, io.NewSectionReader(cancellable{ctx, file}, 0, info.Size()), buf)
	if err != nil {
		return unreadable(err)
	}
	f.Size, f.SHA256 = n, hex.EncodeToString(sum.Sum(nil))
	return nil
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
