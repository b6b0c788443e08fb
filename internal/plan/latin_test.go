package plan

import (
	"slices"
	"strings"
	"testing"

	"parolepack/internal/casefile"
	"parolepack/internal/finding"
	"parolepack/internal/font"
)

// foreignFindings are the plan's findings about letters, as code, path and summary.
func foreignFindings(p *Plan) []string {
	var out []string
	for _, f := range p.Findings {
		switch f.Code {
		case "answer-transliteration", "answer-unreadable", "text-unreadable":
			out = append(out, f.Code+" "+f.Place.Path+": "+f.Summary)
		}
	}
	return out
}

func TestAnswersInOtherScripts(t *testing.T) {
	long := strings.Repeat("Her heart will not wait. ", 30)
	for _, c := range []struct {
		name   string
		change func(*casefile.Case)
		want   []string
		draft  bool
	}{
		{"accents", func(c *casefile.Case) {
			c.Petitioner.Born.City = "Ẹ̀kọ́ Łódź Nguyễn İğdır — “Ô” β-blocker"
		}, nil, false},
		{"a city", func(c *casefile.Case) { c.Petitioner.Born.City = "بيروت" },
			[]string{"answer-transliteration petitioner.born.city: Form I-134 item 2.7 holds Arabic letters, and the form is answered in English."}, false},
		{"a street of a beneficiary", func(c *casefile.Case) { c.Beneficiaries[0].MailingAddress.City = "Київ" },
			[]string{"answer-transliteration beneficiaries[0].mailing_address.city: Form I-131 item 2.24 (and 2 more boxes) holds Cyrillic letters"}, false},
		{"a long answer", func(c *casefile.Case) {
			c.Beneficiaries[0].Request.Reasons = long + "北京协和医院 بيروت 서울"
		},
			[]string{"answer-transliteration beneficiaries[0].request.reasons: Form I-131 item 13.", "Arabic, Chinese and Korean letters"}, false},
		{"a name that the rules tell", func(c *casefile.Case) { c.Beneficiaries[0].Name.Given = "نور" }, nil, false},
		{"what no font has", func(c *casefile.Case) { c.Petitioner.Born.City = "Beirut \U00013000\U00013000\ue000" },
			[]string{"answer-unreadable petitioner.born.city: Form I-134 item 2.7 holds characters that no font has: U+13000 (Egyptian Hieroglyphs) and U+E000 (private use).", "answer-transliteration"}, true},
		{"what was lost", func(c *casefile.Case) {
			c.Beneficiaries[0].Request.Reasons = "caf\ufffd " + c.Beneficiaries[0].Request.Reasons
		},
			[]string{"answer-unreadable beneficiaries[0].request.reasons: ", "U+FFFD (a character that was lost)"}, true},
		{"an exhibit's title", func(c *casefile.Case) { c.Exhibits[0].Title = "Passport \U00013000" },
			[]string{"text-unreadable exhibits[0].title: The packet's own pages show characters that no font has: U+13000"}, false},
		{"an exhibit's title in Arabic", func(c *casefile.Case) { c.Exhibits[0].Title = "جواز سفر" }, nil, false},
	} {
		in := medical(t, c.change)
		in.Practice = true // no official blank is asked for
		in.Findings = finding.List{{Code: "name-not-latin", Severity: finding.Warning, Place: finding.Place{Path: "beneficiaries[0].name"}}}
		p, err := Make(in)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		got := strings.Join(foreignFindings(p), "\n")
		if len(c.want) == 0 && got != "" {
			t.Errorf("%s: found %s", c.name, got)
		}
		for _, want := range c.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s: found %q, want %q", c.name, got, want)
			}
		}
		if p.Draft != c.draft {
			t.Errorf("%s: draft %v, want %v", c.name, p.Draft, c.draft)
		}
	}
}

// The same answer in many boxes is one finding, and no finding repeats the answer.
func TestAnAnswerIsToldOnce(t *testing.T) {
	p, err := Make(medical(t, func(c *casefile.Case) {
		c.Beneficiaries[0].MailingAddress.City = "طرابلس"
		c.Petitioner.MailingAddress.Street = "شارع عزمي 14"
	}))
	if err != nil {
		t.Fatal(err)
	}
	got := foreignFindings(p)
	if len(got) != 2 {
		t.Errorf("%d findings: %q", len(got), got)
	}
	for _, f := range p.Findings {
		if strings.ContainsAny(f.Summary+f.Do, "طرابلسشارع") {
			t.Errorf("the answer stands in %q", f.Summary)
		}
	}
}

// What the plan sets in a box is as wide as what fill draws there, whatever the script; accents take no room.
func TestAnswersOfAllScriptsAreSet(t *testing.T) {
	for _, city := range []string{"بيروت", "ירושלים", "काठमाडौं", "北京", "서울", "Ẹ̀kọ́", "አዲስ አበባ", "თბილისი", "กรุงเทพ"} {
		in := medical(t, func(c *casefile.Case) { c.Petitioner.Born.City = city })
		p, err := Make(in)
		if err != nil {
			t.Fatal(err)
		}
		form, _ := p.Part("i-134/nour/samir")
		at := slices.IndexFunc(form.Form.Fields, func(f Field) bool { return f.Value == font.Clean(city) })
		if at < 0 {
			t.Errorf("%s: no box of the form holds it", city)
			continue
		}
		f := form.Form.Fields[at]
		wide, err := in.Fonts.Width(f.Face, f.Size, f.Lines[0])
		if err != nil || wide <= 0 || wide > f.Rect[2]-f.Rect[0]-2*padding {
			t.Errorf("%s: %.1f points wide (%v) in %v", city, wide, err, f.Rect)
		}
	}
}
