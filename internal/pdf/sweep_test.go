package pdf

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

// A stream that lies in another file is refused, since nobody would see it; /F that spells a filter, as in inline images, is
// none.
func TestStreamsInOtherFilesAreRefused(t *testing.T) {
	for spelled, refused := range map[string]bool{
		"/F (a.bin)": true, "/F <61>": true, "/F << /F (a.bin) >>": true, "/F 5 0 R": true,
		"/F /AHx": false, "/F null": false, "": false,
	} {
		src := "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Kids[]/Count 0>>endobj " +
			"4 0 obj<<" + spelled + "/Length 3>>stream\n00>\nendstream endobj 5 0 obj(a.bin)endobj trailer<</Root 1 0 R>>"
		d, err := Open(strings.NewReader(src), int64(len(src)), Options{})
		if err != nil {
			t.Fatal(err)
		}
		imp := NewWriter(&bytes.Buffer{}, WriterOptions{Sweep: true}).Importer(d)
		imp.Ref(Ref{Num: 4})
		err = imp.Drain()
		var unsupported *UnsupportedError
		if got := errors.As(err, &unsupported); got != refused {
			t.Errorf("%s: %v", spelled, err)
		}
	}
}
