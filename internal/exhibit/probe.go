package exhibit

import (
	"context"
	"errors"
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
	facts, sums, err := Begin(ctx, root, c, workers, store)
	if err == nil {
		_ = sums.Settle(facts) // what cannot be read is its file's problem
		err = context.Cause(ctx)
	}
	return facts, err
}

// Begin is Probe for one who can go on with facts that have no hashes yet, since reading every byte takes longer than all
// else: the files are hashed meanwhile, and the sums tell when they are. Whoever begins must settle or stop the sums.
func Begin(ctx context.Context, root string, c *casefile.Case, workers int, store *mend.Store) (evidence.Facts, *Sums, error) {
	files := filesOf(c)
	found := make([]evidence.File, len(files))
	sums := newSums(ctx, len(files), workers)
	turns := make(chan struct{}, max(1, workers))
	var wait sync.WaitGroup
	for i := range files {
		turns <- struct{}{}
		if ctx.Err() != nil {
			break
		}
		wait.Go(func() {
			found[i] = probe(ctx, root, files[i], sums, store)
			<-turns
		})
	}
	wait.Wait()
	sums.close()
	facts := evidence.Facts{Files: make(map[string]evidence.File, len(files))}
	for i, f := range files {
		facts.Files[f.path] = found[i]
	}
	if err := context.Cause(ctx); err != nil {
		sums.Stop()
		return facts, nil, err
	}
	return facts, sums, nil
}

// probe tells what one file is, and has it hashed.
func probe(ctx context.Context, root string, n *named, sums *Sums, store *mend.Store) evidence.File {
	f := evidence.File{Path: n.path}
	abs, trouble := locate(root, n.path)
	f.Abs, f.Problem = abs, trouble
	if trouble != nil {
		return f
	}
	if f.Problem = weigh(&f); f.Problem != nil {
		return f
	}
	file, err := os.Open(abs)
	if err != nil {
		f.Problem = unreadable(err)
		return f
	}
	defer file.Close()
	sums.add(f)
	f.Problem = inspect(&f, file, n)
	f.Problem = mended(ctx, &f, n, store)
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

// weigh tells whether a file is one that can be read, and its size.
func weigh(f *evidence.File) *evidence.Problem {
	info, err := os.Stat(f.Abs) // before it is opened: a pipe would wait for its writer
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
	f.Size = info.Size()
	return nil
}
