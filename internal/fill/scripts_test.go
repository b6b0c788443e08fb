package fill_test

import (
	"os/exec"
	"strings"
	"testing"

	"parolepack/internal/font"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
)

// Letters of every script are shown and held, in print and in a live copy, whose values are what was written.
func TestScriptsInFields(t *testing.T) {
	b := official(t, "i-131_2025-01-20")
	var target *pdf.Field
	for _, f := range fieldsOf(t, b) {
		if f.Kind == pdf.KindText && f.MaxLen == 0 && f.Widgets[0].Rect.Width() > 300 {
			target = &f
			break
		}
	}
	if target == nil {
		t.Fatal("no wide text field")
	}
	for _, text := range []string{"مستشفى الجامعة", "Ẹ̀kọ́ Łódź Nguyễn", "北京协和医院 서울", "ירושלים", "काठमाडौं", "አዲስ አበባ"} {
		w := target.Widgets[0]
		part := &plan.Part{ID: "test", Title: "Test form", Form: &plan.FormPart{Form: "TEST", Fields: []plan.Field{{
			Name: target.Name, Item: "1", Kind: plan.TextField, Page: w.Page, Value: font.Clean(text), Lines: []string{font.Clean(text)},
			Face: font.MonoBold, Size: 10, Multiline: target.Flags&pdf.FlagMultiline != 0, Leading: 12,
		}}}}
		for what, data := range map[string][]byte{"flattened": flattened(t, b, part), "live": liveBytes(t, b, part)} {
			path := write(t, what+".pdf", data)
			if tool, err := exec.LookPath("pdftotext"); err == nil {
				out, err := exec.Command(tool, "-enc", "UTF-8", path, "-").Output()
				must(t, err)
				said := strings.Map(func(r rune) rune {
					if r >= 0x202a && r <= 0x202e {
						return -1
					}
					return r
				}, string(out))
				if !strings.Contains(said, font.Clean(text)) {
					t.Errorf("%s: %q is not read back", what, text)
				}
			}
			if what == "live" {
				holds(t, data, font.Clean(text))
			}
		}
	}
}

// holds wants one field of the file to hold the text.
func holds(t *testing.T, data []byte, want string) {
	t.Helper()
	doc := reopen(t, data)
	fields, err := doc.Fields()
	must(t, err)
	for _, f := range fields {
		if v, err := doc.Text(f.Dict["V"]); err == nil && v == want {
			return
		}
	}
	t.Errorf("no field holds %q", want)
}
