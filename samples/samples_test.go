package samples

import (
	"io/fs"
	"path"
	"regexp"
	"strings"
	"testing"

	"parolepack/internal/casefile"
)

// TestCasesAreWhole holds that each sample reads, and that every file it names is there and every
// exhibit there is named.
func TestCasesAreWhole(t *testing.T) {
	folders, err := fs.Glob(FS, "*/case.json")
	if err != nil || len(folders) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range folders {
		data, err := fs.ReadFile(FS, name)
		if err != nil {
			t.Fatal(err)
		}
		dir := path.Dir(name)
		options := casefile.Options{Text: func(p string) ([]byte, error) { return fs.ReadFile(FS, path.Join(dir, p)) }}
		options.Firm = firmOf(dir)
		f, err := casefile.Read(name, data, options)
		if err != nil {
			t.Fatal(err)
		}
		named := map[string]bool{}
		for _, file := range exhibitFiles(t, f.Case) {
			named[path.Join(dir, file)] = true
			if _, err := fs.Stat(FS, path.Join(dir, file)); err != nil && dir != "broken" {
				t.Error(err)
			}
		}
		present, err := fs.Glob(FS, dir+"/exhibits/*")
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range present {
			if !named[file] {
				t.Errorf("%s is named by no exhibit", file)
			}
		}
	}
}

// TestEveryBasisHasACase holds that there is a case for each basis that the case file knows, and what the samples are there to show.
func TestEveryBasisHasACase(t *testing.T) {
	folders := map[string]string{
		"medical_treatment": "medical", "organ_donation": "organ-donation", "caregiver": "caregiver", "end_of_life": "end-of-life", "funeral": "funeral",
		"civil_court": "civil-court", "targeted_harm": "targeted-harm", "family_reunification": "family-reunification",
		"public_benefit": "public-benefit", "other": "other",
	}
	for basis, folder := range folders {
		if c := read(t, folder); len(c.Bases) != 1 || c.Bases[0] != basis {
			t.Errorf("%s rests on %v, want %s", folder, c.Bases, basis)
		}
	}
	if c := read(t, "family-of-four"); len(c.Beneficiaries) != 4 || len(c.Supporters) != 2 {
		t.Errorf("a family of %d with %d supporters", len(c.Beneficiaries), len(c.Supporters))
	}
	if c := read(t, "self-petitioner"); !c.Petitioner.Self {
		t.Error("the self-petitioner files for somebody else")
	}
	if c := read(t, "awkward"); len(c.Beneficiaries[0].OtherNames) != 5 || len(c.Exhibits) <= 26 {
		t.Errorf("%d other names, %d exhibits", len(c.Beneficiaries[0].OtherNames), len(c.Exhibits))
	}
}

// What a case says of mail and telephones.
var (
	email = regexp.MustCompile(`[\w.+-]+@[\w.-]+`)
	phone = regexp.MustCompile(`"(?:day|mobile|fax)": "([^"]+)"`)
)

// TestNobodyIsReal holds that mail goes to reserved domains (RFC 2606) and that numbers hold the 555 of fiction.
func TestNobodyIsReal(t *testing.T) {
	folders, err := fs.Glob(FS, "*/*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range folders {
		data, err := fs.ReadFile(FS, name)
		if err != nil || strings.HasSuffix(name, "schema.json") {
			continue
		}
		for _, address := range email.FindAllString(string(data), -1) {
			if !strings.HasSuffix(address, "example.org") && !strings.HasSuffix(address, "example.com") && !strings.HasSuffix(address, ".example") {
				t.Errorf("%s: the domain of %s is somebody's", name, address)
			}
		}
		for _, number := range phone.FindAllStringSubmatch(string(data), -1) {
			if !strings.Contains(strings.ReplaceAll(number[1], " ", ""), "555") && number[1] != "" {
				t.Errorf("%s: the number %s may be somebody's", name, number[1])
			}
		}
	}
}

// read returns the case of one sample.
func read(t *testing.T, folder string) *casefile.Case {
	t.Helper()
	data, err := fs.ReadFile(FS, folder+"/case.json")
	if err != nil {
		t.Fatal(err)
	}
	f, err := casefile.Read(folder, data, casefile.Options{Firm: firmOf(folder)})
	if err != nil {
		t.Fatal(err)
	}
	return f.Case
}

// firmOf is the firm's file of a sample, or nil where it has none.
func firmOf(folder string) *casefile.Source {
	data, err := fs.ReadFile(FS, folder+"/firm.json")
	if err != nil {
		return nil
	}
	return &casefile.Source{Name: "firm.json", Data: data}
}

// exhibitFiles lists the files that a case names.
func exhibitFiles(t *testing.T, c *casefile.Case) []string {
	t.Helper()
	var list []string
	add := func(written string) {
		ref, err := casefile.ParseFile(written)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, ref.Path)
	}
	for _, e := range c.Exhibits {
		for _, file := range e.Files {
			add(file)
		}
		if e.Translation != nil {
			add(e.Translation.File)
			add(e.Translation.Certificate)
		}
	}
	return list
}
