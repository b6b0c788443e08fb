package plan

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"parolepack/internal/casefile"
	"parolepack/internal/evidence"
)

// field returns the field of that item and part that says the most, for tests on one answer.
func field(t *testing.T, p *Plan, part, item string) Field {
	t.Helper()
	found, ok := p.Part(part)
	if !ok {
		t.Fatalf("no part %s", part)
	}
	var best Field
	for _, f := range found.Form.Fields {
		if f.Item == item && len(f.Value) > len(best.Value) {
			best = f
		}
	}
	return best
}

func TestReasonsThatFitStayInTheirBox(t *testing.T) {
	p := mustMake(t, medical(t, func(c *casefile.Case) { c.Beneficiaries[0].Request.Reasons = "Short and whole." }))
	got := field(t, p, "i-131/nour", "8.1")
	if got.Value != "Short and whole." || got.Size != 10 || got.Leading != 18 {
		t.Errorf("8.1 is %+v", got)
	}
	if over := field(t, p, "i-131/nour", "13.3"); over.Value != "" {
		t.Errorf("Part 13 holds %q", over.Value)
	}
}

func TestReasonsThatDoNotFitGoWholeToPart13(t *testing.T) {
	in := medical(t, nil)
	p := mustMake(t, in)
	var words []string
	for _, item := range []string{"13.3", "13.4", "13.5"} {
		words = append(words, strings.Fields(field(t, p, "i-131/nour", item).Value)...)
	}
	if want := strings.Fields(in.Case.Beneficiaries[0].Request.Reasons); !slices.Equal(words, want) {
		t.Errorf("Part 13 says\n%v\nwant\n%v", words, want)
	}
}

func TestErrorsNameTheItem(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*casefile.Case)
		want   string
	}{
		{"no such state", func(c *casefile.Case) { c.Petitioner.MailingAddress.State = "ZZ" }, "item 2.3"},
		{"a citation that dangles", func(c *casefile.Case) { c.Letter.Paragraphs.Opening = `See {{exhibit "us-fysician"}}.` },
			`cites an exhibit "us-fysician", and there is none; did you mean "us-physician"?`},
		{"an unknown template", func(c *casefile.Case) { c.Letter.Template = "cover-leter" },
			`there is no template "cover-leter"; did you mean "cover-letter"?`},
	} {
		_, err := Make(medical(t, c.change))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

func ids(p *Plan) []string {
	var list []string
	for _, part := range p.Parts {
		if part.Kind != Divider && part.Kind != Exhibit {
			list = append(list, part.ID)
		}
	}
	return list
}

func TestTheFilingsOrder(t *testing.T) {
	second := func(c *casefile.Case) {
		b := c.Beneficiaries[0]
		b.ID = "rima"
		c.Beneficiaries = append(c.Beneficiaries, b)
	}
	for _, c := range []struct {
		name   string
		change func(*casefile.Case)
		want   string
	}{
		{"one person by courier", nil, "g-1450/nour g-1145/nour cover-letter exhibit-index g-28/nour i-131/nour i-134/nour/samir"},
		{"online", func(c *casefile.Case) { c.FileBy = "online" }, "cover-letter exhibit-index g-28/nour i-131/nour i-134/nour/samir"},
		{"no attorney, no notice", func(c *casefile.Case) { c.Attorney = nil; c.Notify = new(bool) },
			"g-1450/nour cover-letter exhibit-index i-131/nour i-134/nour/samir"},
		{"two persons", second, "g-1450/nour g-1145/nour cover-letter exhibit-index g-28/nour i-131/nour i-134/nour/samir " +
			"g-1450/rima g-1145/rima g-28/rima i-131/rima i-134/rima/samir"},
	} {
		if got := strings.Join(ids(mustMake(t, medical(t, c.change))), " "); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestCitationsAgreeWithThePages holds every printed citation and every index row against the
// part's first page, for a letter of one page and for one that spills over several.
func TestCitationsAgreeWithThePages(t *testing.T) {
	cited := regexp.MustCompile(`Exhibit ([A-Z]+), p\. (\d+)`)
	for _, paragraphs := range []int{0, 60} {
		p := mustMake(t, medical(t, func(c *casefile.Case) {
			c.Letter.Paragraphs.Opening = strings.Repeat("A paragraph that fills the page with words enough for two whole lines of the letter, and then a few more.\n\n", paragraphs)
		}))
		letter, _ := p.Part(LetterID)
		if paragraphs > 0 && letter.Pages < 4 {
			t.Fatalf("the long letter has %d pages; the test needs it to spill", letter.Pages)
		}
		count := 0
		for _, page := range letter.Text.Pages {
			for _, m := range cited.FindAllStringSubmatch(page.Text(), -1) {
				count++
				if got := firstOf(p, "Exhibit "+m[1]); fmt.Sprint(got) != m[2] {
					t.Errorf("the letter cites %s, which begins on page %d", m[0], got)
				}
			}
		}
		if count < 5 {
			t.Errorf("%d citations found", count)
		}
	}
}

func firstOf(p *Plan, label string) int {
	for _, part := range p.Parts {
		if part.Exhibit != nil && part.Exhibit.Label == label {
			return part.First
		}
	}
	return 0
}

func TestNoTwoPagesShareALabel(t *testing.T) {
	p := mustMake(t, medical(t, func(c *casefile.Case) {
		b, s := c.Beneficiaries[0], c.Supporters[0]
		b.ID, s.ID = "rima", "maya"
		b.Supporters = []string{"samir", "maya"}
		c.Beneficiaries, c.Supporters = append(c.Beneficiaries, b), append(c.Supporters, s)
	}))
	seen := map[string]string{}
	for _, part := range p.Parts {
		if other, taken := seen[part.Label]; taken {
			t.Errorf("%s and %s share the label %q", other, part.ID, part.Label)
		}
		seen[part.Label] = part.ID
	}
}

func TestAnUnreadableExhibitKeepsItsDivider(t *testing.T) {
	in := medical(t, nil)
	f := in.Facts.Files["exhibits/pledge.pdf"]
	f.Problem = &evidence.Problem{Summary: "is missing"}
	in.Facts.Files["exhibits/pledge.pdf"] = f
	in.Case.Exhibits[6].Files[0] = "exhibits/tax-2025.pdf#5-9"
	in.Case.Exhibits[7].Redact = []casefile.Redaction{{Page: 1, Rect: [4]float64{10, 10, 20, 20}}}
	p := mustMake(t, in)
	want := []Unusable{
		{Label: "Exhibit E", Path: "exhibits/pledge.pdf", Summary: "is missing"},
		{Label: "Exhibit G", Path: "exhibits/tax-2025.pdf", Summary: "has 6 pages and no page 9", Do: "correct the page range in the case file"},
		{Label: "Exhibit H", Path: "exhibits/births.pdf", Summary: "has areas to black out, which this version does not do", Do: "black them out in the file itself, then take redact out"},
	}
	if !slices.Equal(p.Unusable, want) {
		t.Errorf("unusable %+v, want %+v", p.Unusable, want)
	}
	if _, ok := p.Part(ExhibitID("funding")); ok {
		t.Error("an exhibit without a readable file has pages")
	}
	if _, ok := p.Part(DividerID("funding")); !ok {
		t.Error("its divider is gone")
	}
}

func TestEverySignatureBoxIsOnItsPage(t *testing.T) {
	p := mustMake(t, medical(t, nil))
	var got []string
	for _, s := range p.Signing {
		part, _ := p.Part(s.Part)
		if s.Page < part.First || s.Page >= part.First+part.Pages {
			t.Errorf("%s %s is on page %d, outside its part", s.Form, s.Item, s.Page)
		}
		got = append(got, s.Form+" "+s.Item+" "+s.Who)
	}
	want := []string{"G-1450 4 card_holder", "Cover letter  attorney", "G-28 4.2.a client", "G-28 5.1.a attorney", "I-131 10.4 filer", "I-131 12.6 preparer",
		"I-134 5.6 supporter", "I-134 7.6 preparer"}
	if !slices.Equal(got, want) {
		t.Errorf("boxes to sign %q, want %q", got, want)
	}
}
