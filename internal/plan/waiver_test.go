package plan

import (
	"slices"
	"strings"
	"testing"

	"parolepack/internal/casefile"
)

// waived asks for a fee waiver on a benefit.
func waived(c *casefile.Case) {
	c.Beneficiaries[0].Payment = casefile.Payment{Method: "none", Fee: "waiver_requested"}
	c.FeeWaiver = &casefile.FeeWaiver{
		Bases: []string{"means_tested_benefit"}, MaritalStatus: "married",
		Benefits: []casefile.Benefit{{Recipient: "Maya Haddad", Relationship: "spouse", Agency: "HRA", Type: "SNAP"}},
	}
}

// forms lists the ids of the packet's forms in order.
func forms(p *Plan) string {
	var ids []string
	for i := range p.Parts {
		if p.Parts[i].Form != nil {
			ids = append(ids, p.Parts[i].ID)
		}
	}
	return strings.Join(ids, " ")
}

// TestAWaiverGoesInsideItsApplication puts the I-912 behind the I-131 whose fee it is about, in no other application,
// and in none that is filed online (docs/facts.md 2.14 and 3.3).
func TestAWaiverGoesInsideItsApplication(t *testing.T) {
	for name, tt := range map[string]struct {
		change func(*casefile.Case)
		want   string
	}{
		"no waiver":   {func(*casefile.Case) {}, "g-1450/nour g-1145/nour g-28/nour i-131/nour i-134/nour/samir"},
		"waiver":      {waived, "g-1145/nour g-28/nour i-131/nour i-912/nour i-134/nour/samir"},
		"facts alone": {func(c *casefile.Case) { waived(c); c.Beneficiaries[0].Payment.Fee = "exempt" }, "g-1145/nour g-28/nour i-131/nour i-134/nour/samir"},
		"no facts":    {func(c *casefile.Case) { waived(c); c.FeeWaiver = nil }, "g-1145/nour g-28/nour i-131/nour i-912/nour i-134/nour/samir"},
		"online":      {func(c *casefile.Case) { waived(c); c.FileBy = "online" }, "g-28/nour i-131/nour i-134/nour/samir"},
		"one of two": {func(c *casefile.Case) {
			second := c.Beneficiaries[0]
			second.ID, second.Name.Given = "rami", "Rami"
			waived(c)
			c.Beneficiaries = append(c.Beneficiaries, second)
		}, "g-1145/nour g-28/nour i-131/nour i-912/nour i-134/nour/samir g-1450/rami g-1145/rami g-28/rami i-131/rami i-134/rami/samir"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := forms(mustMake(t, medical(t, tt.change))); got != tt.want {
				t.Errorf("forms %s\n want %s", got, tt.want)
			}
		})
	}
}

// TestEachWaiverListsItsOwnApplication names in Part 3 the one person whose application the request is in.
func TestEachWaiverListsItsOwnApplication(t *testing.T) {
	p := mustMake(t, medical(t, func(c *casefile.Case) {
		waived(c)
		second := c.Beneficiaries[0]
		second.ID, second.Name.Given = "rami", "Rami"
		c.Beneficiaries = append(c.Beneficiaries, second)
	}))
	for id, want := range map[string]string{"i-912/nour": "Nour Haddad", "i-912/rami": "Rami Haddad"} {
		part, ok := p.Part(id)
		if !ok {
			t.Fatalf("no part %s", id)
		}
		values := map[string]string{}
		for _, f := range part.Form.Fields {
			values[f.Name] = f.Value
		}
		const at = "form1[0].#subform[1].Part3_Line1_"
		if values[at+"Name2[0]"] != want || values[at+"FormsFiled2[0]"] != "I-131" || values[at+"FormsFiled1[0]"] != "" || values[at+"TotalForms[0]"] != "1" {
			t.Errorf("%s lists %q with %q", id, values[at+"Name2[0]"], values[at+"FormsFiled2[0]"])
		}
	}
}

// TestCellsOfOneTableShareASlot keeps what does not fit the narrow columns of Part 4 together, in one of the four slots.
func TestCellsOfOneTableShareASlot(t *testing.T) {
	p := mustMake(t, medical(t, func(c *casefile.Case) {
		waived(c)
		b := c.FeeWaiver.Benefits[0]
		b.Agency, b.Type = "New York City Human Resources Administration", "Supplemental Nutrition Assistance"
		c.FeeWaiver.Benefits = slices.Repeat([]casefile.Benefit{b}, 5)
	}))
	part, _ := p.Part("i-912/nour")
	var slots []string
	for _, f := range part.Form.Fields {
		if f.Page == 8 && strings.HasSuffix(f.Name, "AdditionalInfo[0]") {
			slots = append(slots, strings.Join(f.Lines, "\n"))
		}
	}
	text := strings.Join(slots, "\n")
	for _, want := range []string{
		"Row 1, agency: New York City Human Resources Administration", "Row 5, type of benefit: Supplemental Nutrition Assistance",
	} {
		if strings.Count(text, want) != 1 {
			t.Errorf("Part 10 says %q %d times:\n%s", want, strings.Count(text, want), text)
		}
	}
}
