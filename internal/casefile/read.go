package casefile

import (
	"bytes"
	"fmt"
	"reflect"
	"unicode/utf8"

	"parolepack/internal/finding"
)

// maxSize bounds a case file in bytes; long texts may stand in files of their own.
const maxSize = 4 << 20

// Options says what a case may draw on besides its own file.
type Options struct {
	// Text reads a long text's own file. The path is relative to the case's folder, with
	// forward slashes, and holds no ".." element. Where Text is nil, such a text is a problem.
	Text func(path string) ([]byte, error)
	// Firm is the firm.json that applies, or nil.
	Firm *Source
}

// A Source is a file as it was found: its name for messages and its bytes.
type Source struct {
	Name string
	Data []byte
}

// A File is a case as it was read, with the place of each of its keys.
type File struct {
	// Case holds the firm's defaults wherever the case leaves them out.
	Case *Case
	// Name is the case file's name as it was given to Read.
	Name string

	root *node
}

// Read reads a case file strictly. The error is *Problems and holds everything that is wrong
// with the case and with the firm's file, in the order of the files. Comments and trailing commas are
// accepted, as are CRLF line ends and a UTF-8 byte-order mark.
func Read(name string, data []byte, o Options) (*File, error) {
	problems := &Problems{}
	root, whole := readTree(newText(name, 0, data), problems)
	firm, firmWhole := readFirm(o.Firm, problems)
	if root == nil {
		return nil, problems.err()
	}
	graft(root, firm)
	d := newDecoder(problems, o.Text)
	c := &Case{}
	d.value(root, reflect.ValueOf(c).Elem(), "", field{})
	d.checkCards(root, "")
	if whole && firmWhole {
		d.checkIDs()
		d.checkRefs()
		d.checkCase(root, c)
	}
	if err := problems.err(); err != nil {
		return nil, err
	}
	return &File{Case: c, Name: name, root: root}, nil
}

// readTree parses one file. Whole is false where it broke off; the tree then holds what stood
// before, and is nil where that is nothing.
func readTree(in *text, problems *Problems) (root *node, whole bool) {
	if len(in.data) > maxSize {
		p := Problem{Code: TooLarge, Found: fmt.Sprintf("%d bytes", len(in.data)), Want: fmt.Sprintf("at most %d", maxSize)}
		problems.add(p.placed(in, 0, ""))
		return nil, false
	}
	if isUTF16(in.data) {
		problems.add(Problem{Code: BadEncoding, Found: "UTF-16 text", Want: "UTF-8", Suggestion: "save the file as UTF-8"}.placed(in, 0, ""))
		return nil, false
	}
	checkEncoding(in, problems)
	root, err := parse(in)
	if err == nil {
		return root, true
	}
	p := Problem{Code: err.code, Found: err.found, Want: err.want, Suggestion: err.suggestion}
	problems.add(p.placed(in, err.at, ""))
	return root, false
}

// isUTF16 reports whether the file starts as Windows editors start UTF-16.
func isUTF16(data []byte) bool {
	return bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff})
}

// checkEncoding tells the first byte of each line that is no UTF-8.
func checkEncoding(in *text, problems *Problems) {
	for i, start := range in.lines {
		end := len(in.data)
		if i+1 < len(in.lines) {
			end = in.lines[i+1]
		}
		if bad := firstInvalid(in.data[start:end]); bad >= 0 {
			p := Problem{Code: BadEncoding, Found: "a byte that is not UTF-8", Suggestion: "save the file as UTF-8"}
			problems.add(p.placed(in, start+bad, ""))
		}
	}
}

// firstInvalid returns the offset of the first byte that is no UTF-8, or -1.
func firstInvalid(line []byte) int {
	for i := 0; i < len(line); {
		r, size := utf8.DecodeRune(line[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// Place returns where the key at path stands, as in beneficiaries[0].born.date. For a key that
// the case leaves out it is the nearest value around it. A key that came from the firm's file
// has its place there.
func (f *File) Place(path string) finding.Place {
	in, offset, _ := find(f.root, path)
	line, column := in.place(offset)
	return finding.Place{File: in.name, Path: path, Line: line, Column: column}
}

// Gives reports whether the case, or the firm's file in its stead, says anything at a path.
func (f *File) Gives(path string) bool {
	_, _, found := find(f.root, path)
	return found.given()
}
