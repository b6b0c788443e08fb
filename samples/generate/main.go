// Generate writes the exhibits and the schema of the sample case.
//
// The exhibits stand for what a firm scans and is sent: letters, a photographed passport that lies
// on its side, a scan in Arabic, a picture with a transparent ground, a tax return with one page
// turned, a lease on A4. They are made of text and geometry alone and hold no real person's
// data; the same program writes the same bytes.
//
//	go run ./samples/generate [folder]
//
// The folder is samples/medical where it is left out.
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
	dir := filepath.Join("samples", "medical")
	if len(os.Args) > 1 {
		dir = os.Args[1]
	}
	if err := writeAll(context.Background(), dir); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

// writeAll makes and writes the files of the sample below a folder.
func writeAll(ctx context.Context, dir string) error {
	for _, f := range files() {
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
