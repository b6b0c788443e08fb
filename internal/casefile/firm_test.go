package casefile

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
)

// firmJSON is a firm whose attorney and defaults its cases share.
const firmJSON = `{
  "attorney": {"name": {"family": "Okafor", "given": "Adaeze"}, "firm": "Okafor LLP", "notices": true},
  "letterhead": {"name": "Okafor LLP"},
  "file_by": "courier", "notify": false,
  "settings": {"labels": "numbers", "repeat_exhibits": true}
}`

// readWithFirm reads small with one line added and the firm beside it.
func readWithFirm(t *testing.T, edit string) *File {
	t.Helper()
	data := replaceLast(t, small, `  "ground"`, edit+`  "ground"`)
	f, err := Read("case.json", []byte(data), Options{Firm: &Source{Name: "../firm.json", Data: []byte(firmJSON)}})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestFirmFillsWhatTheCaseLeavesOut(t *testing.T) {
	tests := []struct{ name, edit, want string }{
		{"nothing", ``, "Okafor Okafor LLP mail numbers true"},
		{"own attorney stands alone", `"attorney": {"name": {"family": "Lindqvist", "given": "Eva"}},`, "Lindqvist  mail numbers true"},
		{"own word for the firm's attorney", `"attorney": {"firm": "Lindqvist AB"},`, "Okafor Lindqvist AB mail numbers true"},
		{"no attorney", `"attorney": null,`, "none mail numbers true"},
		{"own setting beside the firm's", `"settings": {"labels": "tabs"},`, "Okafor Okafor LLP mail tabs true"},
	}
	for _, tt := range tests {
		c := readWithFirm(t, tt.edit).Case
		attorney := "none"
		if c.Attorney != nil {
			attorney = c.Attorney.Name.Family + " " + c.Attorney.Firm
		}
		got := fmt.Sprint(attorney, " ", c.FileBy, " ", c.Settings.Labels, " ", c.Settings.RepeatExhibits)
		if got != tt.want || c.Letterhead.Name != "Okafor LLP" || *c.Notify {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestFirmSuppliesARequiredKey(t *testing.T) {
	data := strings.Replace(small, `  "file_by": "mail",`+"\n", "", 1)
	if got := problemsOf(t, data, Options{}); len(got) != 1 {
		t.Errorf("without a firm: %v", got)
	}
	f, err := Read("case.json", []byte(data), Options{Firm: &Source{Name: "firm.json", Data: []byte(firmJSON)}})
	if err != nil || f.Case.FileBy != "courier" {
		t.Errorf("with a firm: %v", err)
	}
}

func TestFirmPlaces(t *testing.T) {
	f := readWithFirm(t, ``)
	p := f.Place("attorney.name.family")
	if got := fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column); got != "../firm.json:2:25" {
		t.Errorf("attorney.name.family stands at %s", got)
	}
	if p := f.Place("file_by"); p.File != "case.json" {
		t.Errorf("file_by stands in %s", p.File)
	}
}

func TestFirmProblems(t *testing.T) {
	tests := map[string]string{
		`{"case_number": "1"}`:                     `firm.json:1:2: case_number: an unknown key "case_number"`,
		`{"file_by": "mial"}`:                      `firm.json:1:13: file_by: found "mial", wants mail, courier or online; did you mean "mail"?`,
		`{"attorney": {"firm": "x"}}`:              `firm.json:1:14: attorney.name: missing, wants the key "name"`,
		`{"attorney": {"name": {"family": "x"}}}`:  `firm.json:1:23: attorney.name.given: missing, wants the key "given"`,
		`{"attorney"`:                              `firm.json:1:12: found the end of the file, wants a colon after the key`,
		`[]`:                                       `firm.json:1:1: found a list, wants an object in { }`,
		`{"letterhead": {"name": "x", "line": 1}}`: `firm.json:1:30: letterhead.line: an unknown key "line"; did you mean "lines"?`,
	}
	for data, want := range tests {
		got := problemsOf(t, small, Options{Firm: &Source{Name: "firm.json", Data: []byte(data)}})
		if len(got) != 1 || got[0] != want {
			t.Errorf("%s: got %s, want %s", data, strings.Join(got, "\n"), want)
		}
	}
}

func TestTextFiles(t *testing.T) {
	files := map[string]string{
		"texts/why.md": bom + "First.\r\n\r\nSecond.\r\n",
		"latin.md":     "caf\xe9",
		"nul.md":       "a\x00b",
		"long.md":      strings.Repeat("x", maxText+1),
	}
	read := func(path string) ([]byte, error) {
		if text, ok := files[path]; ok {
			return []byte(text), nil
		}
		return nil, fs.ErrNotExist
	}
	withText := func(text string) string {
		return replaceLast(t, small, `"request": {}`, `"request": {"reasons": `+text+`}`)
	}
	f, err := Read("case.json", []byte(withText(`{"file": "texts\\why.md"}`)), Options{Text: read})
	if err != nil {
		t.Fatal(err)
	}
	if got := f.Case.Beneficiaries[0].Request.Reasons; got != "First.\n\nSecond." {
		t.Errorf("read %q", got)
	}
	tests := map[string]string{
		`{"file": "latin.md"}`:        `11:38: beneficiaries[0].request.reasons.file: found "latin.md", wants a readable text file; save it as UTF-8`,
		`{"file": "nul.md"}`:          `11:38: beneficiaries[0].request.reasons.file: found "nul.md", wants a readable text file; it holds control characters`,
		`{"file": "long.md"}`:         `11:38: beneficiaries[0].request.reasons.file: found "long.md", wants a readable text file; it is larger than 1 MB`,
		`{"file": "gone.md"}`:         `11:38: beneficiaries[0].request.reasons.file: found "gone.md", wants a readable text file; file does not exist`,
		`{"file": "/etc/passwd"}`:     `11:38: beneficiaries[0].request.reasons.file: found "/etc/passwd", wants a file inside the case's folder; write it from the folder on, as in "exhibits/lease.pdf"`,
		`{"file": "texts/why.md#1"}`:  `11:38: beneficiaries[0].request.reasons.file: found "texts/why.md#1", wants a text file without a page range`,
		`{"fiel": "why.md"}`:          `11:30: beneficiaries[0].request.reasons.fiel: an unknown key "fiel"; did you mean "file"?`,
		`{"file": "a.md", "also": 1}`: `11:46: beneficiaries[0].request.reasons.also: an unknown key "also"`,
		`7`:                           `11:29: beneficiaries[0].request.reasons: found a number, wants text in quotes or {"file": "statement.md"}; write "7"`,
	}
	for text, want := range tests {
		if got := problemsOf(t, withText(text), Options{Text: read}); got[0] != want && got[len(got)-1] != want {
			t.Errorf("%s: got %s, want %s", text, strings.Join(got, "\n"), want)
		}
	}
	var problems *Problems
	if _, err := Read("case.json", []byte(withText(`{"file": "a.md"}`)), Options{}); !errors.As(err, &problems) {
		t.Errorf("a text without a reader: %v", err)
	}
}
