package plan

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"parolepack/internal/boxes"
	"parolepack/internal/casefile"
	"parolepack/internal/catalog"
	"parolepack/internal/finding"
)

// numbered is text of n different words, in paragraphs of fifty.
func numbered(prefix string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%s%d ", prefix, i)
		if i%50 == 49 {
			b.WriteString("\n\n")
		}
	}
	return strings.TrimSpace(b.String())
}

// found is the summary of the first finding of that code.
func found(p *Plan, code string) string {
	i := slices.IndexFunc(p.Findings, func(f finding.Finding) bool { return f.Code == code })
	if i < 0 {
		return ""
	}
	return p.Findings[i].Summary
}

// sheetText is what the continuation sheets of a form print, in one line; empty where it has none.
func sheetText(p *Plan, form string) string {
	part, ok := p.SheetsOf(form)
	if !ok {
		return ""
	}
	var all strings.Builder
	for _, page := range part.Text.Pages {
		all.WriteString(page.Text())
	}
	return strings.Join(strings.Fields(all.String()), " ")
}

func TestSheetsFollowTheirForm(t *testing.T) {
	p := mustMake(t, medical(t, func(c *casefile.Case) {
		c.Petitioner.ANumber = "A012345678"
		c.Beneficiaries[0].Request.Reasons = numbered("w", 1600)
	}))
	form, _ := p.Part("i-131/nour")
	sheets, ok := p.SheetsOf("i-131/nour")
	if !ok {
		t.Fatal("no sheets")
	}
	if sheets.First != form.First+form.Pages || sheets.Under != form.ID || sheets.Kind != Continuation || sheets.Label != "I-131 sheet " ||
		sheets.Title != "Continuation sheets of Form I-131, Nour Haddad" || sheets.Pages < 3 {
		t.Errorf("sheets %d-%d of %d under %q, %s, label %q, %q", sheets.First, sheets.First+sheets.Pages-1, form.First, sheets.Under, sheets.Kind, sheets.Label, sheets.Title)
	}
	for i, page := range sheets.Text.Pages {
		text := strings.Join(strings.Fields(page.Text()), " ")
		reference := "Page Number 11 · Part Number 8 · Item Number 1 · continued w"
		if i == 0 {
			reference = "Page Number 11 · Part Number 8 · Item Number 1 · continued from Part 13 w"
		}
		for _, want := range []string{
			fmt.Sprintf("Continuation sheet %d of %d", i+1, sheets.Pages), "Form I-131, edition 01/20/25", "Name Samir Elias Haddad",
			"A-Number A-012345678", reference, "Signature Date (mm/dd/yyyy)",
		} {
			if strings.Count(text, want) != 1 {
				t.Errorf("sheet %d does not say %q once:\n%s", i+1, want, text)
			}
		}
	}
	var signed []int
	for _, s := range p.Signing {
		if s.Part == sheets.ID {
			signed = append(signed, s.Page)
			if s.Who != "filer" || s.Form != "I-131 continuation sheet" || s.Item != "" {
				t.Errorf("to sign: %+v", s)
			}
		}
	}
	if len(signed) != sheets.Pages || signed[0] != sheets.First {
		t.Errorf("pages %v to sign of sheets on %d-%d", signed, sheets.First, sheets.First+sheets.Pages-1)
	}
}

// TestLetterAndIndexKnowTheSheets wants the sheets in the index with their pages, and in the letter with their form.
func TestLetterAndIndexKnowTheSheets(t *testing.T) {
	p := mustMake(t, medical(t, func(c *casefile.Case) { c.Beneficiaries[0].Request.Reasons = numbered("w", 1600) }))
	sheets, _ := p.SheetsOf("i-131/nour")
	index, _ := p.Part(IndexID)
	letter, _ := p.Part(LetterID)
	row := fmt.Sprintf("Continuation sheets of Form I-131, Nour Haddad  %d–%d\n", sheets.First, sheets.First+sheets.Pages-1)
	if got := index.Text.Pages[0].Text(); !strings.Contains(got, row) {
		t.Errorf("the index lacks %q:\n%s", row, got)
	}
	var all strings.Builder
	for _, page := range letter.Text.Pages {
		all.WriteString(page.Text() + " ")
	}
	if want := fmt.Sprintf("with %d continuation sheets", sheets.Pages); !strings.Contains(strings.Join(strings.Fields(all.String()), " "), want) {
		t.Errorf("the letter does not say %q", want)
	}
}

// TestWordsPassThroughSlotsAndSheets counts the words of an answer over its slots and sheets: all of them, in order, once.
func TestWordsPassThroughSlotsAndSheets(t *testing.T) {
	reasons := "  One\r\n\r\n\r\n1.\tTwo\u00a0three " + strings.Repeat("x", 400) + "\n2. four\n\n" + numbered("w", 300)
	p := mustMake(t, medical(t, func(c *casefile.Case) { c.Beneficiaries[0].Request.Reasons = reasons }))
	var got []string
	for _, item := range []string{"13.3", "13.4", "13.5", "13.6", "13.7"} {
		got = append(got, strings.Fields(field(t, p, "i-131/nour", item).Value)...)
	}
	sheets, ok := p.SheetsOf("i-131/nour")
	if !ok {
		t.Fatal("no sheets")
	}
	for _, a := range sheets.Sheets.Answers {
		got = append(got, strings.Fields(a.Text)...)
	}
	// A word longer than a line may go on in the next slot.
	if a, b := strings.Join(got, ""), strings.Join(strings.Fields(reasons), ""); a != b {
		t.Errorf("the words became\n%s\nwant\n%s", a, b)
	}
	if first := field(t, p, "i-131/nour", "13.3"); !slices.Equal(first.Lines[:2], []string{"One", ""}) {
		t.Errorf("the first slot begins %q: the paragraphs run together", first.Lines)
	}
}

func TestEachCopyHasItsOwnSheets(t *testing.T) {
	p := mustMake(t, medical(t, func(c *casefile.Case) {
		waived(c)
		b, s := c.Beneficiaries[0], c.Supporters[0]
		c.Beneficiaries[0].Request.Reasons = numbered("a", 1000)
		b.ID, b.Request.Reasons = "rima", numbered("b", 1000)
		s.ID, s.Is, s.Name.Given = "maya", "other", "Maya"
		s.Relationship = map[string]string{"rima": "aunt"}
		c.Supporters[0].Contributions, s.Contributions = numbered("c", 1500), numbered("d", 1500)
		b.Supporters = []string{"maya"}
		c.Beneficiaries, c.Supporters = append(c.Beneficiaries, b), append(c.Supporters, s)
		c.FeeWaiver.Benefits = slices.Repeat(c.FeeWaiver.Benefits, 90)
	}))
	for form, want := range map[string][2]string{
		"i-131/nour": {"a999", "Samir Elias Haddad"}, "i-131/rima": {"b999", "Samir Elias Haddad"},
		"i-134/nour/samir": {"c1499", "Samir Elias Haddad"}, "i-134/rima/maya": {"d1499", "Maya"},
		"i-912/nour": {"SNAP", "Samir Elias Haddad"},
	} {
		text := sheetText(p, form)
		if !strings.Contains(text, want[0]) || !strings.Contains(text, "Name "+want[1]) {
			t.Errorf("%s: the sheets lack %q:\n%s", form, want, text)
		}
	}
	roles := map[string]string{}
	for _, s := range p.Signing {
		if strings.HasSuffix(s.Part, "/continuation") {
			roles[s.Part] = s.Who
		}
	}
	if len(roles) != 6 || roles["i-134/rima/maya/continuation"] != "supporter" || roles["i-912/nour/continuation"] != "filer" {
		t.Errorf("sheets are signed by %v", roles)
	}
	labels := map[string]bool{}
	for _, part := range p.Parts {
		if labels[part.Label] {
			t.Errorf("two parts with the label %q", part.Label)
		}
		labels[part.Label] = true
	}
}

// TestRowsBeyondTheForm send the tenth dependent, the seventh asset, the ninth benefit and further names where there is room.
func TestRowsBeyondTheForm(t *testing.T) {
	p := mustMake(t, medical(t, func(c *casefile.Case) {
		short(c)
		waived(c)
		s := &c.Supporters[0]
		s.Dependents, s.Assets = nil, nil
		for i := range 120 {
			s.Dependents = append(s.Dependents, casefile.Dependent{Name: fmt.Sprintf("Child%d", i+1), Relationship: "child"})
		}
		for i := range 7 {
			s.Assets = append(s.Assets, casefile.Asset{Type: "savings", AmountUSD: 1000 + i})
		}
		for i := range 60 {
			c.Petitioner.OtherNames = append(c.Petitioner.OtherNames, casefile.Name{Family: fmt.Sprintf("Alias%d", i+1)})
		}
		for i := range 40 {
			b := c.FeeWaiver.Benefits[0]
			b.Agency = fmt.Sprintf("Agency%d", i+1)
			c.FeeWaiver.Benefits = append(c.FeeWaiver.Benefits, b)
		}
	}))
	for form, want := range map[string][]string{
		"i-131/nour": {"Alias4;", "Alias60"}, "i-134/nour/samir": {"Alias3;", "Alias60", "Child10,", "Child120,", "$1,006"},
		"i-912/nour": {"Alias3;", "Alias60", "Agency8,", "Agency40"},
	} {
		part, _ := p.Part(form)
		var all strings.Builder
		for _, f := range part.Form.Fields {
			all.WriteString(f.Value + "\n")
		}
		text := all.String() + sheetText(p, form)
		for _, w := range want {
			if strings.Count(text, w) != 1 {
				t.Errorf("%s says %q %d times", form, w, strings.Count(text, w))
			}
		}
	}
}

// TestBoxesSayWhereTheirAnswerWent tells slots from sheets, and a head that would repeat a long name from an answer.
func TestBoxesSayWhereTheirAnswerWent(t *testing.T) {
	long := strings.Repeat("Wolfeschlegelstein", 4)
	p := mustMake(t, medical(t, func(c *casefile.Case) {
		c.Beneficiaries[0].Request.Reasons = numbered("w", 900)
		c.Petitioner.Name.Family, c.Petitioner.Phone.Day = long, "+593 2 255 5014"
	}))
	for item, want := range map[string]string{
		"8.1": "See Part 13, Additional Information.", "10.1": "See sheet", "2.1": "See Part 13, Additional Information.", "13.1": "See Part 2",
	} {
		if got := field(t, p, "i-131/nour", item).Value; got != want {
			t.Errorf("%s says %q, want %q", item, got, want)
		}
	}
	if got := field(t, p, "i-131/nour", "13.3").Value; got != "Family name: "+long {
		t.Errorf("13.3 says %q", got)
	}
	if text := sheetText(p, "i-131/nour"); !strings.Contains(text, "Page Number 11 · Part Number 10 · Item Number 1 +593 2 255 5014") {
		t.Errorf("the sheets say %s", text)
	}
}

// TestATextWithoutAPlaceIsABlocker names item and lengths, never the text, and leaves the box empty.
func TestATextWithoutAPlaceIsABlocker(t *testing.T) {
	for _, row := range []struct {
		name, part, want string
		change           func(*casefile.Case)
	}{
		{"a box", "g-1145/nour", "Form G-1145 item 1 (Family name): 70 characters do not fit the form's 30, and the form has no other place for them; the box stays empty.",
			func(c *casefile.Case) { c.Petitioner.Name.Family = strings.Repeat("Haddad ", 10) + "x" }},
		{"a width", "g-1450/nour", "Form G-1450 item 1 (Given name): 60 characters do not fit the box at 8 points, and the form has no other place for them; the box stays empty.",
			func(c *casefile.Case) { c.Petitioner.Name.Given = strings.Repeat("Samir ", 10) }},
		{"a comb", "i-131/nour", "Form I-131 item 2.10 (U.S. Social Security number): 10 characters do not fit the form's 9, and the form has no other place for them; the box stays empty.",
			func(c *casefile.Case) { c.Petitioner.SSN = "123-45-67890" }},
	} {
		t.Run(row.name, func(t *testing.T) {
			p := mustMake(t, medical(t, row.change))
			i := slices.IndexFunc(p.Findings, func(f finding.Finding) bool { return f.Code == "text-too-long" && f.About == row.part })
			if i < 0 {
				t.Fatalf("no finding: %+v", p.Findings)
			}
			f := p.Findings[i]
			want := strings.Replace(row.want, "70", "71", 1)
			if want = strings.Replace(want, "60", "59", 1); f.Summary != want || f.Severity != finding.Blocker || f.Place.Line == 0 || !p.Draft {
				t.Errorf("%+v, draft %v\nwant %s", f, p.Draft, want)
			}
			part, _ := p.Part(row.part)
			for _, got := range part.Form.Fields {
				if strings.Contains(got.Value, "Haddad Haddad") || strings.Contains(got.Value, "Samir Samir") || strings.Contains(got.Value, "4567890") {
					t.Errorf("%s says %q", got.Item, got.Value)
				}
			}
		})
	}
}

// TestEverySlotTakesEveryReference wants room in the slots for the page, part and item of whatever may overflow, so that
// nothing goes to a sheet while a slot is free.
func TestEverySlotTakesEveryReference(t *testing.T) {
	c, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	m := &maker{Input: Input{Fonts: faces()}}
	for _, ed := range c.Editions() {
		placed, err := boxes.Placed(ed)
		if err != nil {
			t.Fatal(err)
		}
		o := &overflow{m: m, ed: placed}
		var answers []Answer
		for i := range placed.Fields {
			if f := &placed.Fields[i]; f.Overflows && f.Expr != nil {
				answers = append(answers, Answer{Page: f.Page, Part: f.Part(), Item: f.ItemNumber(), Text: "x"})
			}
		}
		for i := range ed.Also {
			a := &ed.Also[i]
			answers = append(answers, Answer{Page: a.Page, Part: a.Part(), Item: a.ItemNumber(), Text: "x"})
		}
		for _, slot := range placed.Slots {
			for _, a := range answers {
				if _, _, ok := o.slot(slot, &a); !ok || a.Page == 0 || a.Item == "" {
					t.Errorf("%s: slot %s has no room for page %d, part %s, item %s", ed.File, slot.Text, a.Page, a.Part, a.Item)
				}
			}
		}
	}
}

// TestEveryTextOverflowsWhereTheFormHasRoom holds the maps to their word: texts of a form with slots overflow, save combs.
func TestEveryTextOverflowsWhereTheFormHasRoom(t *testing.T) {
	c, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	for _, ed := range c.Editions() {
		for i := range ed.Fields {
			f := &ed.Fields[i]
			if want := len(ed.Slots) > 0 && f.Kind == catalog.KindText && f.Expr != nil && !f.Comb; f.Overflows != want {
				t.Errorf("%s: %s overflows: %v", ed.File, f.Name, f.Overflows)
			}
		}
	}
}
