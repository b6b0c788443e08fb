package main

import (
	"embed"
	"strings"

	"parolepack/internal/casefile"
	"parolepack/internal/font"
	"parolepack/internal/layout"
)

//go:embed texts
var texts embed.FS

// A file is one file of the sample and what makes it.
type file struct {
	path string // below the sample's folder
	make func() ([]byte, error)
}

// files returns the sample's files, all but case.json itself.
func files() []file {
	set := font.NewSet()
	return []file{
		{"case.schema.json", casefile.Schema},
		{"exhibits/passport.pdf", func() ([]byte, error) { return passportPDF(set, nour()) }},
		{"exhibits/samir-passport.jpg", func() ([]byte, error) { return passportPhoto(set, samir()) }},
		{"exhibits/saad-letter.pdf", func() ([]byte, error) { return arabicScan(set, "saad-letter.txt") }},
		{"exhibits/saad-letter-en.pdf", written(set, "saad-letter-en.md", plainLetter())},
		{"exhibits/saad-certificate.pdf", written(set, "saad-certificate.md", plainLetter())},
		{"exhibits/whitfield-letter.pdf", written(set, "whitfield-letter.md", hospitalLetter())},
		{"exhibits/pledge.pdf", written(set, "pledge.md", fundLetter())},
		{"exhibits/refusal.png", func() ([]byte, error) { return refusal(set) }},
		{"exhibits/tax-2025.pdf", func() ([]byte, error) { return taxReturn(set) }},
		{"exhibits/employer.pdf", written(set, "employer.md", employerLetter())},
		{"exhibits/lease.pdf", written(set, "lease.md", lease())},
		{"exhibits/births.pdf", func() ([]byte, error) { return births(set) }},
	}
}

// text returns one of the texts that the exhibits say.
func text(name string) (string, error) {
	data, err := texts.ReadFile("texts/" + name)
	return strings.ReplaceAll(string(data), "\r\n", "\n"), err
}

// pages lays out one of the texts.
func pages(set *font.Set, name string, style layout.Style) ([]layout.Page, error) {
	markdown, err := text(name)
	if err != nil {
		return nil, err
	}
	return layout.Lay(set, style, markdown)
}
