//go:build unix

package pdf_test

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"parolepack/internal/pdf"
)

// A pipe under a PDF's name is refused at once; opened, it would wait for somebody to write into it.
func TestOpenFileRefusesAPipe(t *testing.T) {
	path := filepath.Join(t.TempDir(), "exhibit.pdf")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip(err)
	}
	if _, err := pdf.OpenFile(path, pdf.Options{}); err == nil || !strings.Contains(err.Error(), "not a regular file") {
		t.Errorf("%v", err)
	}
}
