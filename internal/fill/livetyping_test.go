package fill_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"parolepack/internal/fill"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
)

// named gives every text field of a copy the same short value, as far as it has room.
func named(t *testing.T, b *fill.Blank, id, value string) *plan.Part {
	t.Helper()
	part := everything(t, b, all)
	part.ID = id
	for i := range part.Form.Fields {
		f := &part.Form.Fields[i]
		if f.Kind == plan.TextField && f.Comb == 0 && len([]rune(f.Lines[0])) >= len([]rune(value)) {
			f.Value, f.Lines = value, []string{value}
		}
	}
	return part
}

// Two copies of one form that a foreign tool joins keep both their values in every field.
func TestJoinedCopiesKeepTheirValues(t *testing.T) {
	eachBlank(t, func(t *testing.T, b *fill.Blank, _ string) {
		one, two := named(t, b, "i-131/nour", "Nour"), named(t, b, "i-131/samir", "Samir")
		first, second := write(t, "1.pdf", liveBytes(t, b, one)), write(t, "2.pdf", liveBytes(t, b, two))
		for tool, args := range map[string][]string{
			"qpdf":  {"--warning-exit-0", "--empty", "--pages", first, second, "--", "OUT"},
			"pdftk": {first, second, "cat", "output", "OUT"},
		} {
			if _, err := exec.LookPath(tool); err != nil {
				continue
			}
			out := filepath.Join(t.TempDir(), "joined.pdf")
			args[len(args)-1] = out
			if said, err := exec.Command(tool, args...).CombinedOutput(); err != nil {
				t.Fatalf("%s: %s", tool, said)
			}
			data, err := os.ReadFile(out)
			must(t, err)
			bothIn(t, tool, reopen(t, data), one, two)
		}
	})
}

// bothIn holds the fields of a joined file against the two plans.
func bothIn(t *testing.T, tool string, doc *pdf.Document, parts ...*plan.Part) {
	t.Helper()
	fields, err := doc.Fields()
	must(t, err)
	have := map[string]string{}
	for _, f := range fields {
		value, err := doc.Text(f.Dict["V"])
		must(t, err)
		have[f.Name] = value
	}
	for _, part := range parts {
		for _, f := range part.Form.Fields {
			if got := have[part.ID+"."+f.Name]; got != f.Value {
				t.Errorf("%s: %s.%s is %q, want %q", tool, part.ID, f.Name, got, f.Value)
				return
			}
		}
	}
}

// A viewer that sets every value anew, as a form asks for with NeedAppearances, has the font for it.
func TestValuesSurviveBeingSetAnew(t *testing.T) {
	for _, tool := range []string{"qpdf", "fix-qdf", "pdftotext"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skip(tool + " is not installed")
		}
	}
	eachBlank(t, func(t *testing.T, b *fill.Blank, _ string) {
		for _, value := range []string{"Zoë", "Łódź"} {
			data := liveBytes(t, b, named(t, b, "test", value))
			embedded(t, reopen(t, data), value)
			if b.Pages() != 4 {
				continue // the foreign tools take their time
			}
			path := write(t, "live.pdf", data)
			text := setAnew(t, path)
			if n := strings.Count(text, value); n < 4 {
				t.Errorf("%q stands %d times in what poppler sets", value, n)
			}
		}
	})
}

// embedded holds the font that each field of a value names for being set anew against the form's resources.
func embedded(t *testing.T, doc *pdf.Document, value string) {
	t.Helper()
	root, err := doc.Root()
	must(t, err)
	form, err := doc.Dict(root["AcroForm"])
	must(t, err)
	resources, err := doc.Dict(form["DR"])
	must(t, err)
	fonts, err := doc.Dict(resources["Font"])
	must(t, err)
	fields, err := doc.Fields()
	must(t, err)
	seen := 0
	for _, f := range fields {
		if got, err := doc.Text(f.Dict["V"]); err != nil || got != value {
			continue
		}
		seen++
		name, _, _ := strings.Cut(strings.TrimPrefix(f.DA, "/"), " ")
		font, err := doc.Dict(fonts[pdf.Name(name)])
		must(t, err)
		if below, err := doc.Array(font["DescendantFonts"]); err == nil && len(below) == 1 {
			font, err = doc.Dict(below[0])
			must(t, err)
		}
		descriptor, err := doc.Dict(font["FontDescriptor"])
		must(t, err)
		if descriptor["FontFile2"] == nil {
			t.Errorf("%s: %q names a font that is not in the form: %v", f.Name, f.DA, font)
			return
		}
	}
	if seen == 0 {
		t.Errorf("no field has the value %q", value)
	}
}

// setAnew is the text that poppler shows of a form that asks for its appearances.
func setAnew(t *testing.T, path string) string {
	t.Helper()
	plain, err := exec.Command("qpdf", "--qdf", "--object-streams=disable", path, "-").Output()
	must(t, err)
	asking := bytes.Replace(plain, []byte("/Fields ["), []byte("/NeedAppearances true\n  /Fields ["), 1)
	if bytes.Equal(asking, plain) {
		t.Fatal("no interactive form")
	}
	fix := exec.Command("fix-qdf")
	fix.Stdin = bytes.NewReader(asking)
	fixed, err := fix.Output()
	must(t, err)
	out, err := exec.Command("pdftotext", "-enc", "UTF-8", write(t, "asking.pdf", fixed), "-").Output()
	must(t, err)
	return string(out)
}

// Fields that the map fills can be typed in though the blank locks them; the others stay as they are.
func TestUnlock(t *testing.T) {
	b := official(t, "i-131_2025-01-20")
	locked := map[string]bool{}
	for _, f := range fieldsOf(t, b) {
		if f.Flags&pdf.FlagReadOnly != 0 && f.Kind == pdf.KindText {
			locked[f.Name] = len(locked)%2 == 0
		}
	}
	b.Unlock(func(name string) bool { return locked[name] })
	fields, err := reopen(t, liveBytes(t, b, everything(t, b, func(i int) bool { return i%2 == 0 }))).Fields()
	must(t, err)
	for _, f := range fields {
		name := strings.TrimPrefix(f.Name, "test.")
		if open, was := locked[name]; was && open == (f.Flags&pdf.FlagReadOnly != 0) {
			t.Errorf("%s: unlocked %t, flags %b", name, open, f.Flags)
		}
	}
}
