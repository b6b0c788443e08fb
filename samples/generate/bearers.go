package main

import (
	"cmp"
	"fmt"
	"image/color"
	"strings"

	"go.yaml.in/yaml/v4"

	"parolepack/internal/casefile"
)

// An issuer is a country's passport or card: what it says and how it looks.
type issuer struct {
	Name   string `yaml:"name"`
	Code   string `yaml:"code"`
	Kind   string `yaml:"kind"`
	Ground [3]int `yaml:"ground"`
	Accent [3]int `yaml:"accent"`
}

// issuers reads the countries that the samples' passports are of.
func issuers() (map[string]issuer, error) {
	data, err := described.ReadFile("described/issuers.yaml")
	if err != nil {
		return nil, err
	}
	var list map[string]issuer
	return list, yaml.Load(data, &list, yaml.WithKnownFields())
}

// biographic gathers what a biographic page says, from the case and from the description.
func (s *sample) biographic(b bearer) (passport, error) {
	person, err := s.person(b.Of)
	if err != nil {
		return passport{}, err
	}
	all, err := issuers()
	if err != nil {
		return passport{}, err
	}
	from, ok := all[b.Issuer]
	if !ok {
		return passport{}, fmt.Errorf("there is no issuer %q", b.Issuer)
	}
	given := s.passport(b.Of)
	expires := given.Expires
	if !b.Expires.IsZero() {
		expires = b.Expires
	}
	if b.Family != "" {
		person.Name = casefile.Name{Family: b.Family, Given: b.Given}
	}
	if !b.Born.IsZero() {
		person.Born.Date = b.Born
	}
	upper := strings.ToUpper
	return passport{
		country: from.Name, code: from.Code, kind: from.Kind, number: cmp.Or(b.Number, given.Number),
		family: upper(person.Name.Family), given: upper(strings.TrimSpace(person.Name.Given + " " + person.Name.Middle)),
		born: onPaper(person.Born.Date), sex: map[string]string{"male": "M", "female": "F"}[person.Sex],
		place: upper(cmp.Or(b.Place, person.Born.City, person.Born.Country)), issued: onPaper(b.Issued), expires: onPaper(expires),
		bornShort: short(person.Born.Date), expiresShort: short(expires), ground: solid(from.Ground), accent: solid(from.Accent),
	}, nil
}

// onPaper writes a date as passports do: 30 JUN 2015.
func onPaper(d casefile.Date) string { return strings.ToUpper(d.Time().Format("02 Jan 2006")) }

// short writes a date for machines: 150630.
func short(d casefile.Date) string { return d.Time().Format("060102") }

func solid(c [3]int) color.NRGBA { return color.NRGBA{uint8(c[0]), uint8(c[1]), uint8(c[2]), 255} }

// card draws one side of a card of the size of a passport's page, which says who its holder is.
func (p *press) card(d document) ([]byte, error) {
	bio, err := p.s.biographic(d.Bearer)
	if err != nil {
		return nil, err
	}
	bio.code = ""
	return passportPDF(p.set, bio, d.Bearer.Sharp)
}
