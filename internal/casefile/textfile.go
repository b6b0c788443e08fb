package casefile

import (
	"bytes"
	"reflect"
	"strings"
	"unicode/utf8"
)

// maxText bounds a long text's own file, in bytes.
const maxText = 1 << 20

// textFile decodes {"file": "statement.md"}: the text is what the file holds, with line ends as
// LF and without a byte-order mark.
func (d *decoder) textFile(n *node, v reflect.Value, path string) {
	var ref struct {
		File string `json:"file" case:"file"`
	}
	before := len(d.problems.List)
	d.object(n, reflect.ValueOf(&ref).Elem(), path, false)
	if len(d.problems.List) > before || n.partial {
		return
	}
	m, _ := n.member("file")
	here := join(path, "file")
	unread := Problem{Code: UnreadText, Found: quoted(ref.File)}
	name, err := insidePath(ref.File)
	switch {
	case err != nil || strings.Contains(name, "#"):
		unread.Want = "a text file without a page range"
	case d.readText == nil:
		unread.Want = "a text in place, as this file's texts are read nowhere else"
	default:
		text, problem := d.fetch(name)
		if problem == "" {
			v.SetString(text)
			return
		}
		unread.Want, unread.Suggestion = "a readable text file", problem
	}
	d.report(m.value, here, unread)
}

// fetch reads a text file; problem says why it cannot be used.
func (d *decoder) fetch(name string) (text, problem string) {
	data, err := d.readText(name)
	switch {
	case err != nil:
		return "", err.Error()
	case len(data) > maxText:
		return "", "it is larger than 1 MB"
	case !utf8.Valid(data):
		return "", "save it as UTF-8"
	}
	data = bytes.TrimPrefix(data, []byte(bom))
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	if hasControl(string(data)) {
		return "", "it holds control characters"
	}
	if holdsCard(string(data)) {
		return "", "it holds " + cardNumber("digits").Message()
	}
	return strings.TrimRight(string(data), "\n"), ""
}
