package main

import (
	"bytes"
	"embed"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
	"text/template"

	"go.yaml.in/yaml/v4"

	"parolepack/internal/casefile"
	"parolepack/internal/catalog"
	"parolepack/internal/font"
)

// described holds a description for each sample, and what the samples share.
//
//go:embed described texts
var described embed.FS

// A document is one file of a sample, as its description has it.
type document struct {
	// File lies below the sample's exhibits; Kind says how it looks.
	File string `yaml:"file"`
	Kind string `yaml:"kind"`
	// Text names a text that samples share, or Body is the text itself: Markdown with the functions of write and, in
	// a shared text, the words that With gives.
	Text string         `yaml:"text"`
	Body string         `yaml:"body"`
	With map[string]any `yaml:"with"`
	// Head is the paper that a letter is written on, or the lines at the head of a drawn page; Running stands on its
	// further pages; Sans sets it in sans.
	Head    head   `yaml:"head"`
	Running string `yaml:"running"`
	Sans    bool   `yaml:"sans"`
	// Scan is empty for what a program wrote, or how many dots an inch a scanner saw in black and white.
	Scan int `yaml:"scan"`
	// Stamp is pressed on the first page in a frame, Seal in a ring at the foot of a scanned page.
	Stamp []string `yaml:"stamp"`
	Seal  []string `yaml:"seal"`
	// Bearer is whose passport or card it is.
	Bearer bearer `yaml:"bearer"`
}

// A head is the paper of a firm or an office.
type head struct {
	Name    string   `yaml:"name"`
	Lines   []string `yaml:"lines"`
	Contact string   `yaml:"contact"`
}

// A bearer is the holder of a passport or card. What the case gives is taken from there; the rest, or what is to
// differ, is given here.
type bearer struct {
	Of     string        `yaml:"of"`
	Family string        `yaml:"family"` // of somebody whom the case names in passing
	Given  string        `yaml:"given"`
	Born   casefile.Date `yaml:"born"`
	Issuer string        `yaml:"issuer"`
	Photo  bool          `yaml:"photo"`
	// Sharp is for a good scanner: 200 dots an inch and a fine JPEG.
	Sharp   bool          `yaml:"sharp"`
	Number  string        `yaml:"number"`
	Place   string        `yaml:"place"`
	Issued  casefile.Date `yaml:"issued"`
	Expires casefile.Date `yaml:"expires"`
}

// A sample is one case and the documents that its exhibits name.
type sample struct {
	name string
	c    *casefile.Case
	docs []document
}

// sampleNames lists the samples that have a description.
func sampleNames() ([]string, error) {
	entries, err := described.ReadDir("described")
	if err != nil {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		if name, ok := strings.CutSuffix(e.Name(), ".yaml"); ok && name != "issuers" {
			names = append(names, name)
		}
	}
	return names, nil
}

// readSample reads a sample's description and its case below root.
func readSample(root, name string) (*sample, error) {
	data, err := described.ReadFile(path.Join("described", name+".yaml"))
	if err != nil {
		return nil, err
	}
	var d struct {
		Documents []document `yaml:"documents"`
	}
	if err := yaml.Load(data, &d, yaml.WithKnownFields()); err != nil {
		return nil, fmt.Errorf("%s.yaml: %w", name, err)
	}
	c, err := readCase(filepath.Join(root, name))
	return &sample{name, c, d.Documents}, err
}

// readCase reads a case with the texts and the firm's defaults that lie beside it.
func readCase(dir string) (*casefile.Case, error) {
	file := filepath.Join(dir, "case.json")
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	o := casefile.Options{Text: func(p string) ([]byte, error) { return os.ReadFile(filepath.Join(dir, filepath.FromSlash(p))) }}
	if firm, err := os.ReadFile(filepath.Join(dir, "firm.json")); err == nil {
		o.Firm = &casefile.Source{Name: "firm.json", Data: firm}
	}
	f, err := casefile.Read(file, data, o)
	if err != nil {
		return nil, err
	}
	return f.Case, nil
}

// person finds somebody of the case: the petitioner, a beneficiary or a supporter.
func (s *sample) person(id string) (casefile.Person, error) {
	if id == "petitioner" {
		return s.c.Filer(), nil
	}
	for _, b := range s.c.Beneficiaries {
		if b.ID == id {
			return b.Person, nil
		}
	}
	if p := s.c.Supporter(id); p != nil {
		return s.c.SupporterPerson(p), nil
	}
	return casefile.Person{}, fmt.Errorf("the case has no %q", id)
}

// passport finds the passport that the case gives of somebody.
func (s *sample) passport(id string) casefile.Passport {
	for _, b := range s.c.Beneficiaries {
		if b.ID == id && b.Passport != nil {
			return *b.Passport
		}
	}
	return casefile.Passport{}
}

// write is a document's text: with what the case says of somebody, where it asks for that by id.
func (s *sample) write(d document) (string, error) {
	source := d.Body
	if d.Text != "" {
		data, err := described.ReadFile("texts/" + d.Text)
		if err != nil {
			return "", err
		}
		source = string(data)
	}
	t, err := template.New(d.File).Option("missingkey=error").Funcs(template.FuncMap{
		"name":   s.of(func(p casefile.Person) string { return catalog.FullName(p.Name) }),
		"family": s.of(func(p casefile.Person) string { return p.Name.Family }),
		"given":  s.of(func(p casefile.Person) string { return strings.TrimSpace(p.Name.Given + " " + p.Name.Middle) }),
		"born":   s.of(func(p casefile.Person) string { return p.Born.Date.Time().Format("January 2, 2006") }),
		"abroad": s.of(func(p casefile.Person) string { return p.Born.Date.Time().Format("2 January 2006") }),
		"home":   s.of(home),
		"number": func(id string) string { return s.passport(id).Number },
	}).Parse(strings.ReplaceAll(source, "\r\n", "\n"))
	if err != nil {
		return "", err
	}
	var out bytes.Buffer
	err = t.Execute(&out, d.With)
	return out.String(), err
}

// of makes a template function of what a person's data say.
func (s *sample) of(read func(casefile.Person) string) func(string) (string, error) {
	return func(id string) (string, error) {
		p, err := s.person(id)
		return read(p), err
	}
}

// home is where somebody gets mail, on one line.
func home(p casefile.Person) string {
	a := p.MailingAddress
	if a == nil {
		return ""
	}
	var parts []string
	street := a.Street
	if a.Unit != nil {
		street += ", " + map[string]string{"apt": "Apt ", "ste": "Suite ", "flr": "Floor "}[a.Unit.Type] + a.Unit.Number
	}
	for _, part := range []string{street, a.City, strings.TrimSpace(a.State + " " + a.ZIP), a.Province} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if a.Country != "United States" {
		parts = append(parts, a.Country)
	}
	return strings.Join(parts, ", ")
}

// A file is one file of the samples and what makes it.
type file struct {
	path string // below the samples' folder, with slashes
	make func() ([]byte, error)
}

// files lists every file that the program writes below root, where the cases lie.
func files(root string) ([]file, error) {
	names, err := sampleNames()
	if err != nil {
		return nil, err
	}
	set := font.NewSet()
	list := []file{
		{"medical/case.schema.json", casefile.Schema},
		{sumsName, func() ([]byte, error) { text, err := sums(root); return []byte(text), err }},
	}
	for _, name := range names {
		s, err := readSample(root, name)
		if err != nil {
			return nil, err
		}
		for _, d := range s.docs {
			list = append(list, file{path.Join(name, "exhibits", d.File), func() ([]byte, error) { return (&press{set, s}).make(d) }})
		}
	}
	return list, nil
}
