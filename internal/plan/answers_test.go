package plan

import (
	"slices"
	"strings"
	"testing"

	"parolepack/internal/casefile"
	"parolepack/internal/finding"
)

// slotsOf lists what a form's Additional Information page holds, each as `page part item: text`, slots of one answer joined.
func slotsOf(t *testing.T, p *Plan, part string) []string {
	t.Helper()
	found, ok := p.Part(part)
	if !ok {
		t.Fatalf("no part %s", part)
	}
	byItem := map[string]*[4]string{}
	var order []string
	for _, f := range found.Form.Fields {
		i := slices.IndexFunc([]string{"PageNumber", "PartNumber", "ItemNumber", "AdditionalInfo"}, func(s string) bool { return strings.Contains(f.Name, s) })
		if i < 0 || !strings.HasPrefix(f.Item, map[string]string{"I-131": "13.", "G-28": "6.", "I-134": "8."}[found.Form.Form]) {
			continue
		}
		slot := strings.Join(strings.FieldsFunc(f.Item, func(r rune) bool { return r == '.' })[:2], ".")
		if byItem[slot] == nil {
			byItem[slot] = &[4]string{}
			order = append(order, slot)
		}
		byItem[slot][i] = strings.Join(f.Lines, " ")
	}
	slices.Sort(order)
	var out []string
	last := ""
	for _, slot := range order {
		s := byItem[slot]
		head := strings.Join(s[:3], " ")
		if head == last {
			out[len(out)-1] += " " + s[3]
			continue
		}
		out, last = append(out, head+": "+s[3]), head
	}
	return out
}

func short(c *casefile.Case) { c.Beneficiaries[0].Request.Reasons = "Short and whole." }

func TestAdditionalInformation(t *testing.T) {
	for _, row := range []struct {
		name, part string
		change     func(*casefile.Case)
		want       []string
	}{
		{"telephones abroad, as dialled and after 8.1", "i-131/nour", func(c *casefile.Case) {
			c.Petitioner.Phone = casefile.Phone{Day: "+593 2 255 5014", Mobile: "+593 99 555 0142"}
			c.Beneficiaries[0].Request.Reasons = strings.Repeat("reason ", 70)
		}, []string{
			"11 8 1: " + strings.TrimSpace(strings.Repeat("reason ", 70)),
			"11 10 1: +593 2 255 5014", "11 10 2: +593 99 555 0142",
		}},
		{"a telephone with an extension", "i-131/nour", func(c *casefile.Case) { c.Petitioner.Phone.Day = "718-555-0142 x12" },
			[]string{"11 10 1: 718-555-0142 x12"}},
		{"a telephone abroad on the G-28", "g-28/nour", func(c *casefile.Case) { c.Petitioner.Phone.Day = "+593 2 255 5014" },
			[]string{"2 3 10: +593 2 255 5014"}},
		{"a child of less than two feet", "i-131/nour", func(c *casefile.Case) {
			c.Beneficiaries[0].Biographic.Height = &casefile.Height{Feet: 1, Inches: 11}
		}, []string{"7 3 3: 1 ft 11 in"}},
		{"a long unit number on the G-28", "g-28/nour", func(c *casefile.Case) {
			c.Petitioner.MailingAddress.Unit = &casefile.Unit{Type: "apt", Number: "PH-12AB"}
		}, []string{"2 3 13.b: PH-12AB"}},
		{"other names and removal before the stay", "i-131/nour", func(c *casefile.Case) {
			for _, n := range []string{"One", "Two", "Three", "Four"} {
				c.Beneficiaries[0].OtherNames = append(c.Beneficiaries[0].OtherNames, casefile.Name{Family: n})
			}
			yes := true
			c.Beneficiaries[0].History.RemovalProceedings = &yes
			c.Beneficiaries[0].History.RemovalDetails = "Terminated in 2019."
			c.Beneficiaries[0].Request.LongerThanAYear = "A second operation follows."
		}, []string{"6 2 17: Four", "7 4 1: Terminated in 2019.", "11 8 2: A second operation follows."}},
	} {
		t.Run(row.name, func(t *testing.T) {
			in := medical(t, func(c *casefile.Case) { short(c); row.change(c) })
			if got := slotsOf(t, mustMake(t, in), row.part); !slices.Equal(got, row.want) {
				t.Errorf("the page holds\n%q\nwant\n%q", got, row.want)
			}
		})
	}
}

// TestSmallBoxesPointToTheirAnswer wants a box whose answer went elsewhere to say so where it can hold the words.
func TestSmallBoxesPointToTheirAnswer(t *testing.T) {
	p := mustMake(t, medical(t, func(c *casefile.Case) { c.Petitioner.Phone.Day = "+593 2 255 5014" }))
	if got := field(t, p, "i-131/nour", "10.1").Value; got != "See Pt. 13" {
		t.Errorf("10.1 says %q", got)
	}
	p = mustMake(t, medical(t, func(c *casefile.Case) { c.Beneficiaries[0].Biographic.Height = &casefile.Height{Feet: 1} }))
	if got := field(t, p, "i-131/nour", "3.3").Value; got != "" {
		t.Errorf("3.3 says %q", got)
	}
}

// TestAbbreviationsComeBeforeOverflow wants the agency's own short form in a box that the whole answer does not fit, and the
// answer whole where it fits or where not even that does.
func TestAbbreviationsComeBeforeOverflow(t *testing.T) {
	for street, want := range map[string]string{
		"1234 Southwest Washington Boulevard": "1234 SW Washington Blvd", "12 Washington Boulevard": "12 Washington Boulevard",
		"1234 Southwest Nicolaus Copernicus Memorial Boulevard": "See Part 13",
	} {
		p := mustMake(t, medical(t, func(c *casefile.Case) { short(c); c.Petitioner.MailingAddress.Street = street }))
		var got []string
		part, _ := p.Part("i-131/nour")
		for _, f := range part.Form.Fields {
			if strings.HasSuffix(f.Name, "Part2_Line3_StreetNumberName[0]") {
				got = append(got, f.Value)
			}
		}
		slots := slotsOf(t, p, "i-131/nour")
		away := slices.Contains(slots, "5 2 3: Street number and name: "+street)
		if !slices.Equal(got, []string{want}) || away != strings.HasPrefix(want, "See ") {
			t.Errorf("%s: the box says %q, Part 13 %q", street, got, slots)
		}
	}
}

// TestAnswersThatTheRulesRefuse wants the finding to speak, with its place, and the box of the DRAFT empty; of an answer that
// nothing refuses an error or the plan's own finding speaks.
func TestAnswersThatTheRulesRefuse(t *testing.T) {
	for _, row := range []struct {
		name, path, item string
		change           func(*casefile.Case)
	}{
		{"a number that is none", "petitioner.ssn", "2.10", func(c *casefile.Case) { c.Petitioner.SSN = "123-45-67890" }},
		{"a state that is none", "petitioner.mailing_address.state", "2.3", func(c *casefile.Case) { c.Petitioner.MailingAddress.State = "Yonkers" }},
		{"a height, by its object", "beneficiaries[0].biographic.height", "3.3", func(c *casefile.Case) { c.Beneficiaries[0].Biographic.Height.Feet = 9 }},
	} {
		t.Run(row.name, func(t *testing.T) {
			in := medical(t, row.change)
			spoken := func() bool {
				p, err := Make(in)
				return err != nil || found(p, "text-too-long") != ""
			}
			if !spoken() {
				t.Fatal("nothing speaks of it where no finding does")
			}
			in.Findings = finding.List{{Code: "x", Severity: finding.Warning, Place: finding.Place{Path: row.path}}}
			if !spoken() {
				t.Error("nothing speaks of it where only a warning does")
			}
			in.Findings[0].Severity = finding.Blocker
			p := mustMake(t, in)
			if got := field(t, p, "i-131/nour", row.item); strings.Contains(got.Value, "67890") || strings.Contains(got.Value, "Yonkers") || got.Value == "9" {
				t.Errorf("the box says %q", got.Value)
			}
			if found(p, "text-too-long") != "" {
				t.Error("two findings speak of it")
			}
			if !p.Draft {
				t.Error("the packet is no DRAFT")
			}
		})
	}
}

func TestWordsOfTheLetter(t *testing.T) {
	alone := func(c *casefile.Case) {
		c.Petitioner = casefile.Petitioner{Self: true}
		c.Supporters[0].Is, c.Supporters[0].ID = "beneficiary", "nour"
		c.Supporters[0].Relationship = map[string]string{"nour": "self"}
		c.Beneficiaries[0].Supporters = []string{"nour"}
		c.Attorney = nil
	}
	for _, row := range []struct {
		name       string
		change     func(*casefile.Case)
		want, none string
	}{
		{"online the account takes the fee", func(c *casefile.Case) { c.FileBy = "online" },
			"$580 for Nour Haddad is paid by online payment in the USCIS account.", "Form G-1450"},
		{"no payment, no word of one", func(c *casefile.Case) { c.Beneficiaries[0].Payment.Method = "none" }, "Dear Officer", "$630"},
		{"who signs each I-134", nil, "Declaration of Financial Support, by Samir Elias Haddad", ""},
		{"nobody is the self of themself", alone, "(Form I-134) is filed by Nour Haddad.", "self of"},
		{"a parent signs for a child", func(c *casefile.Case) {
			alone(c)
			c.Beneficiaries[0].SignedBy = &casefile.SignedBy{Who: "parent", Name: "Rima Haddad"}
		}, "Rima Haddad, parent, for Nour Haddad", ""},
		{"one way to write an A-Number", func(c *casefile.Case) { c.Petitioner.ANumber = "A12345678" }, "A-Number 012345678", "A12345678"},
		{"which exemption", func(c *casefile.Case) {
			c.Beneficiaries[0].Payment = casefile.Payment{Method: "none", Fee: "exempt", ExemptBecause: "vawa"}
		}, "claimed for Nour Haddad as a VAWA self-petitioner or derivative.", "$630"},
		{"why longer than a year", func(c *casefile.Case) {
			c.Beneficiaries[0].Request.LongerThanAYear = "A second operation follows."
		}, "Beirut, Lebanon. A second operation follows. Request to expedite", ""},
		{"why no waiver", func(c *casefile.Case) { c.Beneficiaries[0].Visa.Waiver = "No waiver is open." }, "No waiver is open. Support", ""},
		{"a relative without an attorney", func(c *casefile.Case) { c.Attorney, c.Expedite = nil, nil },
			"Nour Haddad is my niece.", "the petitioner’s"},
		{"a head on the second page", nil, "Request for humanitarian or significant public benefit parole · November 20, 2026 Page 2", "Page 1"},
		{"a unit of no kind", func(c *casefile.Case) { c.Attorney.Address.Unit.Type = "" }, "225 Broadway, Unit 1900", "Apt."},
	} {
		t.Run(row.name, func(t *testing.T) {
			p := mustMake(t, medical(t, row.change))
			letter, _ := p.Part(LetterID)
			var all strings.Builder
			for _, page := range letter.Text.Pages {
				all.WriteString(page.Text())
			}
			text := strings.Join(strings.Fields(all.String()), " ")
			if !strings.Contains(text, row.want) || row.none != "" && strings.Contains(text, row.none) {
				t.Errorf("the letter says\n%s\nwant %q, not %q", text, row.want, row.none)
			}
		})
	}
}
