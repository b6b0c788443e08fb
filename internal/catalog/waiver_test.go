package catalog

import (
	"slices"
	"strings"
	"testing"

	"parolepack/internal/casefile"
)

// hardUp is the medical case with a fee waiver asked for on every basis; its petitioner supports on Form I-134 too.
func hardUp(t testing.TB) *casefile.Case {
	c := awkward(t)
	c.Attorney.PreparesForms, c.Attorney.Represents = ptr(true), "petitioner"
	c.Interpreter.Address = &casefile.Address{
		Street: "77 Court Street", Unit: &casefile.Unit{Type: "flr", Number: "3"}, City: "Brooklyn", State: "NY", ZIP: "11201", Country: "United States",
	}
	c.Beneficiaries[0].Payment = casefile.Payment{Method: "none", Fee: "waiver_requested"}
	benefits := slices.Repeat([]casefile.Benefit{{
		Recipient: "Maya Haddad", Relationship: "spouse", Agency: "NYC HRA", Type: "SNAP",
		Awarded: casefile.Date{Year: 2026, Month: 2, Day: 1}, Expires: casefile.Date{Year: 2027, Month: 1, Day: 31},
	}}, 9)
	c.FeeWaiver = &casefile.FeeWaiver{
		Bases:         []string{"means_tested_benefit", "low_income", "financial_hardship"},
		MaritalStatus: "other", MaritalStatusOther: "civil union",
		Benefits: benefits,
		Income: &casefile.Income{
			HouseholdSize: 4, Earners: ptr(1), HeadOfHousehold: "Maya Haddad", OwnUSD: ptr(0), FamilyUSD: ptr(31250),
			Changed: ptr(true), Explanation: "I lost my position.",
		},
		Hardship: &casefile.Hardship{
			Statement: "Medical debt of $41,000.", MonthlyExpensesUSD: ptr(0),
			Assets:   []casefile.CashAsset{{Type: "Checking", AmountUSD: 820}, {Type: "Savings", AmountUSD: 1500}, {Type: "Stocks", AmountUSD: 300}, {Type: "Cash", AmountUSD: 95}},
			Expenses: []string{"rent_or_mortgage", "medical", "other"}, ExpensesOther: "Storage",
		},
	}
	return c
}

// grown is a self-petition of a child for whom a guardian signs, on hardship alone.
func grown(t testing.TB) *casefile.Case {
	c := selfPetition(t)
	b := &c.Beneficiaries[0]
	b.SignedBy = &casefile.SignedBy{Who: "guardian", Name: "Rima Haddad"}
	b.Payment = casefile.Payment{Method: "none", Fee: "waiver_requested"}
	c.Preparer = &casefile.Helper{Name: casefile.Name{Family: "Reyes", Given: "Ana"}}
	c.FeeWaiver = hardUp(t).FeeWaiver
	c.FeeWaiver.Bases = []string{"financial_hardship"}
	return c
}

// parent is a parent who files for a child: I-912 Part 2 is about the child.
func parent(t testing.TB) *casefile.Case {
	c := hardUp(t)
	c.FeeWaiver.Requestor, c.FeeWaiver.ReadsEnglish, c.Interpreter = "beneficiary", ptr(true), nil
	c.FeeWaiver.Bases = []string{"low_income"}
	c.FeeWaiver.Income.Employment = casefile.Employment{Status: "other", Other: "pupil"}
	c.Attorney.Represents = "supporter"
	return c
}

// TestWaiverGolden shows what the I-912 says of each kind of requestor, for reading against the printed form.
func TestWaiverGolden(t *testing.T) {
	e, ok := load(t).Current(casefile.WaiverForm)
	if !ok {
		t.Fatal("no map of the fee waiver request")
	}
	for name, make := range map[string]func(testing.TB) *casefile.Case{"petitioner": hardUp, "guardian": grown, "parent": parent} {
		t.Run(name, func(t *testing.T) {
			golden(t, "i-912."+name+".golden", dump(t, e, NewEnv(make(t), 0, -1)))
		})
	}
}

// TestWaiverWithoutFacts leaves everything of the waiver's own empty where the case says nothing of it.
func TestWaiverWithoutFacts(t *testing.T) {
	e, _ := load(t).Current(casefile.WaiverForm)
	env := NewEnv(medical(t), 0, -1)
	for i := range e.Fields {
		f := &e.Fields[i]
		if part := f.Part(); f.Expr == nil || part != "4" && part != "5" && part != "6" {
			continue
		}
		if v := shown(t, f, env); v != "" {
			t.Errorf("%s (%s) shows %q", f.Name, f.Item, v)
		}
	}
}

// TestNamesThatMisleadOnTheWaiver holds the boxes whose names say something else to what is printed beside them.
func TestNamesThatMisleadOnTheWaiver(t *testing.T) {
	e, _ := load(t).Current(casefile.WaiverForm)
	for name, want := range map[string]string{
		"#subform[0].P1_Line1_Checkbox[1]":               "2.1|Check here if you are a parent or legal guardian",
		"#subform[0].P1_Line2_Checkbox[0]":               "1.1.B|150 percent",
		"#subform[1].Part3_Line1_DateofBirth2[0]":        "3.1|Line Two. Enter Relationship to You",
		"#subform[1].Part4_Line2b_DateofBirth2[0]":       "3.1|Line Two. Enter Date of Birth",
		"#subform[1].P2_7_MaritalStatus[3]":              "2.8|Select Single, Never Married",
		"#subform[2].MonthlyIncome[0]":                   "5.6|Your Annual Income",
		"#subform[2].Part3_Line3_Other[0]":               "5.1|Employment Status. Enter Other",
		"#subform[5].P9_L4_DaytimeTelePhoneNumber1[1]":   "8.5|Interpreter's Mobile Telephone Number",
		"#subform[5].P9_LB_Unit[0]":                      "8.3|Select Floor",
		"#subform[6].P10_L3b_Unit[2]":                    "9.3|Select Apartment",
		"#subform[6].P10_L5_FaxNumber1[0]":               "9.5|Preparer's Mobile Telephone Number",
		"#subform[6].P10_L7B_chbx[1]":                    "9.7.B|case extends beyond",
		"#subform[6].P11_L2_InterpretersSignature[0]":    "9.8|Enter Preparer's Signature",
		"#subform[5].P10_L6a_InterpretersSignature[0]":   "8.7|Enter Interpreter's Signature",
		"#subform[4].P3_L2a_ApplicantsSignature[0]":      "7.6|",
		"#subform[7].Part12_Line4d_AdditionalInfo[0]":    "10.4.D|4. D. Enter Additional Information",
		"#subform[3].P6_Line3_Checkbox[3]":               "6.3|Select Car Payment",
		"#subform[1].Part4_Line1_TypeofBene1[1]":         "4.1|Line One. Enter Type of Benefit",
		"#subform[1].Part4_Line2a_RelationshipToYou1[0]": "3.1|No Entry. Self",
	} {
		f, ok := e.Field("form1[0]." + name)
		item, tooltip, _ := strings.Cut(want, "|")
		if !ok || f.Item != item || !strings.Contains(f.Tooltip, tooltip) {
			t.Errorf("%s is item %s: %s", name, f.Item, f.Tooltip)
		}
	}
	first, _ := e.Field("form1[0].#subform[1].Part4_Line1_FullName4[0]")
	fifth, _ := e.Field("form1[0].#subform[1].Part4_Line1_FullName1[1]")
	if fifth.Rect[3] != first.Rect[1] || !strings.HasPrefix(fifth.Label, "Row 5") {
		t.Errorf("row 5 of Part 4 is %s at %v, under row 4 at %v", fifth.Label, fifth.Rect, first.Rect)
	}
}

// TestWaiverStates writes the state as both lists of this blank have it, with a space in front.
func TestWaiverStates(t *testing.T) {
	e, _ := load(t).Current(casefile.WaiverForm)
	env := NewEnv(hardUp(t), 0, -1)
	for _, name := range []string{"form1[0].#subform[5].P9_L3d_State[0]", "form1[0].#subform[6].P10_L3d_State[0]"} {
		f, _ := e.Field(name)
		if s, err := f.Choose(env); s != " NY" || err != nil {
			t.Errorf("%s: %q, %v", name, s, err)
		}
		env.Interpreter.Address.Country, env.Interpreter.Address.State = "Lebanon", ""
	}
	f, _ := e.Field("form1[0].#subform[5].P9_L3d_State[0]")
	if s, err := f.Choose(env); s != "" || err != nil {
		t.Errorf("abroad: %q, %v", s, err)
	}
}

// TestBasesNameTheirParts shows of the parts for a basis only those of the bases relied on.
func TestBasesNameTheirParts(t *testing.T) {
	e, _ := load(t).Current(casefile.WaiverForm)
	for basis, part := range map[string]string{"means_tested_benefit": "4", "low_income": "5", "financial_hardship": "6"} {
		c := hardUp(t)
		c.FeeWaiver.Bases = []string{basis}
		env, seen := NewEnv(c, 0, -1), map[string]bool{}
		for i := range e.Fields {
			if f := &e.Fields[i]; f.Expr != nil && strings.Contains("4 5 6", f.Part()) && shown(t, f, env) != "" {
				seen[f.Part()] = true
			}
		}
		if len(seen) != 1 || !seen[part] {
			t.Errorf("%s completes parts %v, want %s", basis, seen, part)
		}
	}
}

// TestCounselAppearsForTheWaiver names the request on the G-28 of the application that it is in.
func TestCounselAppearsForTheWaiver(t *testing.T) {
	e, _ := load(t).Current("G-28")
	for want, c := range map[string]*casefile.Case{"I-131, I-912, I-134": hardUp(t), "I-131, I-134": medical(t), "I-134": parent(t)} {
		forms := ""
		for i := range e.Fields {
			if f := &e.Fields[i]; f.Item == "3.1.b" && f.Expr != nil && f.Kind == KindText {
				forms += shown(t, f, NewEnv(c, 0, 0))
			}
		}
		if forms != want {
			t.Errorf("the G-28 is for %q, want %q", forms, want)
		}
	}
}
