// Generate writes the exhibits of the samples, and the schema that their cases name.
//
// The exhibits stand for what a firm scans and is sent: letters, passports scanned and photographed, certificates,
// tax returns with one page turned, court papers, clippings, a scan in Arabic, a picture with a transparent ground,
// a lease on A4. Each sample is described in described/NAME.yaml: which documents of which kind say what. What the
// documents say of people is taken from the case, so the two agree. All is made of text and geometry alone and holds no
// real person's data; the same program writes the same bytes.
//
//	go run ./samples/generate [folder]
//
// The folder is samples where it is left out. It holds the cases.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"parolepack/internal/output"
)

// main writes every file and says which one failed.
func main() {
	dir := "samples"
	if len(os.Args) > 1 {
		dir = os.Args[1]
	}
	if err := writeAll(context.Background(), dir, dir); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

// writeAll makes the files of the samples whose cases lie below root, and writes them below dir.
func writeAll(ctx context.Context, root, dir string) error {
	list, err := files(root)
	if err != nil {
		return err
	}
	for _, f := range list {
		data, err := f.make()
		if err != nil {
			return fmt.Errorf("%s: %w", f.path, err)
		}
		path := filepath.Join(dir, filepath.FromSlash(f.path))
		if err := output.Folder(filepath.Dir(path)); err != nil {
			return err
		}
		err = output.File(ctx, path, output.Options{}, func(w io.Writer) error {
			_, err := w.Write(data)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}
