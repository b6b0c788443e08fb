package cli

import (
	"errors"
	"io/fs"
	"testing"
)

// What the system says of a file is told with the file's name and, where there is one, the way out.
func TestUnreadableNamesTheWayOut(t *testing.T) {
	for _, c := range []struct {
		err        error
		text, hint string
	}{
		{&fs.PathError{Op: "open", Path: "x", Err: fs.ErrPermission}, `"case.json" cannot be read: permission denied`, "let your user read the file and the folders above it"},
		{&fs.PathError{Op: "open", Path: "x", Err: fs.ErrNotExist}, `"case.json" cannot be read: file does not exist`, "put the file there, or correct its path"},
		{errors.New("input/output error"), `"case.json" cannot be read: input/output error`, ""},
	} {
		got := unreadable("case.json", c.err)
		if got.Error() != c.text || hintOf(got) != c.hint {
			t.Errorf("%v: got %q, %q", c.err, got, hintOf(got))
		}
	}
}
