package packet

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parolepack/internal/casefile"
	"parolepack/internal/catalog"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
	"parolepack/internal/testkit"
)

// A trap is a field whose name says something else than the form prints: what item it is, what it holds in the case at
// hand, and what stands beside it on the official blank. The value is a text, "x" for a tick, or empty for a blank box.
type trap struct {
	mistake, field, item, value string
	side, caption               string
}

const tick = "x"

// telling is the medical sample with a value of its own in every box that a name could send elsewhere.
func telling(t testing.TB) Job {
	job := medical(t)
	c := job.Case.Case
	c.Petitioner.PhysicalAddress = &casefile.Address{Street: "9 Shore Road", Unit: &casefile.Unit{Type: "ste", Number: "2"}, City: "Brooklyn", State: "NY", ZIP: "11209", Country: "United States"}
	b := &c.Beneficiaries[0]
	b.MailingAddress.Unit = &casefile.Unit{Type: "flr", Number: "7"}
	b.PhysicalAddress = &casefile.Address{Street: "Rue Azmi 16", Unit: &casefile.Unit{Type: "apt", Number: "8"}, City: "Tripoli", Country: "Lebanon"}
	b.Biographic.Ethnicity = "hispanic"
	c.Attorney.Phone.Mobile = "212-555-0112"
	c.Interpreter = interpreter()
	return job
}

func TestNamesThatMisleadOnTheI131(t *testing.T) {
	hold(t, house(t), telling(t), "i-131/nour", []trap{
		{"item 7 is the sixth box of page 3", "P3[0].CB_AppType[5]", "1.7", tick, "left", "7."},
		{"item 8.A is the third box of page 3", "P3[0].CB_AppType[2]", "1.8.A", "", "left", "A."},
		{"item 10.A is the sixth box of page 4", "P4[0].CB_AppType[5]", "1.10.A", "", "left", "A."},
		{"item 5.A stands on page 1", "P1[0].CB_AppType[4]", "1.5.A", "", "left", "A."},
		{"item 13 asks yes before no", "P4[0].P1_Line13_YesNo[1]", "1.13", tick, "right", "No"},
		{"units of 2.3: Apt. is the second", "P5[0].Part2_Line3_Unit[1]", "2.3", tick, "above", "Apt."},
		{"units of 2.4: Ste. is the first", "P5[0].Part2_Line4_Unit[0]", "2.4", tick, "above", "Ste."},
		{"units of 2.24: Flr. is the third", "P6[0].P2_Line24_Unit[2]", "2.24", tick, "above", "Flr."},
		{"units of 2.25: Apt. is the second", "P6[0].P2_Line25_Unit[1]", "2.25", tick, "above", "Apt."},
		{"male is printed before female", "P5[0].Part2_Line8_Gender[1]", "2.8", tick, "right", "Male"},
		{"Hispanic is printed first", "P7[0].P3_Line1_Ethnicity[1]", "3.1", tick, "right", "Hispanic or Latino"},
		{"7.a is the second", "#subform[7].P4_Line7a[1]", "4.7.a", "", "left", "7.a."},
		{"7.b is the first", "#subform[7].P4_Line7a[0]", "4.7.b", "", "left", "7.b."},
		{"9.b is a telephone", "#subform[8].P4_Line9b_Email[0]", "4.9.b", "", "above", "Daytime"},
		{"9.c is the email", "#subform[8].P4_Line9c_Email[0]", "4.9.c", "", "above", "Email"},
		{"the filer's own telephone", "#subform[10].Part10_Line1_DayPhone[0]", "10.1", "7185550142", "above", "Applicant's Daytime Telephone Number"},
		{"the filer's own mobile", "#subform[10].Part10_Line2_MobilePhone[0]", "10.2", "7185550199", "above", "Applicant Mobile Telephone Number"},
		{"Part 13 bears the filer's name", "#subform[13].Part2_Line1_GivenName[0]", "13.1", "Samir", "above", "Given Name (First Name)"},
	})
}

func TestNamesThatMisleadOnTheG28(t *testing.T) {
	hold(t, house(t), telling(t), "g-28/nour", []trap{
		{"item 5 is the mobile number", "#subform[0].Line6_EMail[0]", "1.5", "2125550112", "above", "Mobile Telephone Number"},
		{"item 6 is the email", "#subform[0].Line7_MobileTelephoneNumber[0]", "1.6", "aokafor@example.com", "above", "Email Address"},
		{"item 4 is the daytime telephone", "#subform[0].Line4_DaytimeTelephoneNumber[0]", "1.4", "2125550110", "above", "Daytime Telephone Number"},
		{"units of 3.b: Ste. is the first", "#subform[0].Line3b_Unit[0]", "1.3.b", tick, "right", "Ste."},
		{"units of 13.b: Apt. is the third", "#subform[1].Line12b_Unit[2]", "3.13.b", tick, "right", "Apt."},
		{"am not is am not", "#subform[0].Checkbox1dAmNot[0]", "2.1.c", tick, "right", "am not"},
		{"am is am, whatever it exports", "#subform[0].Checkbox1dAm[0]", "2.1.c", "", "right", "am"},
		{"item 5 of Part 3 is the fourth box", "#subform[1].Line4_Checkbox[3]", "3.5", tick, "right", "Petitioner"},
		{"item 6.a is the client", "#subform[1].Pt3Line5a_FamilyName[0]", "3.6.a", "Haddad", "left", "6.a."},
		{"item 10 is Line9", "#subform[1].Line9_DaytimeTelephoneNumber[0]", "3.10", "7185550142", "above", "Daytime Telephone Number"},
		{"item 11 is Line10", "#subform[1].Line10_MobileTelephoneNumber[0]", "3.11", "7185550199", "above", "Mobile Telephone Number"},
		{"item 12 is Line11", "#subform[1].Line11_EMail[0]", "3.12", "samir.haddad@example.com", "above", "Email Address"},
		{"item 13 is Line12", "#subform[1].Line12a_StreetNumberName[0]", "3.13.a", "8120 Ridge Boulevard", "left", "13.a. Street Number"},
		{"item 13.h is Line12h", "#subform[1].Line12h_Country[0]", "3.13.h", "United States", "above", "Country"},
	})
}

func TestNamesThatMisleadOnThePaymentForms(t *testing.T) {
	hold(t, house(t), telling(t), "g-1450/nour", []trap{
		{"the given name is printed first", "#subform[0].GivenName[0]", "1", "Samir", "above", "Given Name"},
		{"the family name is printed last", "#subform[0].FamilyName[0]", "1", "Haddad", "above", "Family Name"},
		{"units: Apt. is the second", "#subform[0].CCHolderAptSteFlr_Unit[1]", "3", "", "above", "Apt."},
		{"units: Ste. is the first", "#subform[0].CCHolderAptSteFlr_Unit[0]", "3", "", "above", "Ste."},
	})
	hold(t, house(t), telling(t), "g-1145/nour", []trap{
		{"the last name", "#subform[0].LastName[0]", "1", "Haddad", "above", "Applicant/Petitioner Full Last Name"},
		{"the first name", "#subform[0].FirstName[0]", "2", "Samir", "above", "Applicant/Petitioner Full First Name"},
	})
}

// TestNamesThatMisleadOnTheI134 has no blank of this edition to look at.
func TestNamesThatMisleadOnTheI134(t *testing.T) {
	hold(t, house(t), telling(t), "i-134/nour/samir", []trap{
		{"another individual", "#subform[0].Pt3Line17[0]", "1.1", tick, "", ""},
		{"Pt1Line1 is the supporter", "#subform[0].Pt1Line1_GivenName[0]", "2.1", "Samir", "", ""},
		{"Part2_Item11 of page 1 is the supporter's mail", "#subform[0].Part2_Item11_City[0]", "2.3", "Brooklyn", "", ""},
		{"Part2_Item11 of page 5 is the beneficiary's mail", "P4[0].Part2_Item11_City[0]", "3.9", "Tripoli", "", ""},
		{"P2_Line8 of page 2 is the supporter's birth", "PG2[0].#area[0].P2_Line8_DateOfBirth[0]", "2.6", "02/11/1984", "", ""},
		{"P2_Line8 of page 4 is the beneficiary's birth", "P8[0].#area[0].P2_Line8_DateOfBirth[0]", "3.3", "06/30/2015", "", ""},
		{"Pt3Line1 is the beneficiary", "P8[0].Pt3Line1_GivenName[0]", "3.1", "Nour", "", ""},
		{"a language that is the contributions", "P8[0].Pt4Line1b_language[0]", "2.19", "Room and board for the whole stay at 8120 Ridge Boulevard, Apt 4B, and return air travel.", "", ""},
		{"P2_Line8_Country is the citizenship", "P8[0].P2_Line8_Country[0]", "3.7", "Lebanon", "", ""},
		{"an interpreter who is the preparer", "P11[0].P4_Line1_InterpreterFamilyName[0]", "7.1", "Okafor", "", ""},
	})
}

func TestNamesThatMisleadOnTheI912(t *testing.T) {
	hold(t, house(t), hardUp(t), "i-912/nour", []trap{
		{"a date of birth that is a relationship", "#subform[1].Part3_Line1_DateofBirth2[0]", "3.1", "niece", "", ""},
		{"the date of birth of row 2", "#subform[1].Part4_Line2b_DateofBirth2[0]", "3.1", "06/30/2015", "", ""},
		{"units of Part 8: Flr. is the first", "#subform[5].P9_LB_Unit[0]", "8.3", tick, "above", "Flr."},
		{"units of Part 9: Ste. is the second", "#subform[6].P10_L3b_Unit[1]", "9.3", tick, "above", "Ste."},
		{"the interpreter's mobile", "#subform[5].P9_L4_DaytimeTelePhoneNumber1[1]", "8.5", "7185550134", "above", "Interpreter's Mobile"},
		{"the interpreter's daytime telephone", "#subform[5].P9_L4_DaytimeTelePhoneNumber1[0]", "8.4", "7185550133", "above", "Interpreter's Daytime"},
		{"extends is the second", "#subform[6].P10_L7B_chbx[1]", "9.7.B", tick, "right", "extends"},
		{"does not extend is the first", "#subform[6].P10_L7B_chbx[0]", "9.7.B", "", "right", "does not extend"},
		{"a month that is a year", "#subform[2].MonthlyIncome[0]", "5.6", "0", "", ""},
	})
}

func TestNamesThatMisleadOnTheI134Of2016(t *testing.T) {
	hold(t, olderHouse(t), sponsored(t), "i-134/nour/shelter", []trap{
		{"units of 3.c: Ste. is the second", "p1[0].Pt1Line3_Unit[1]", "1.3.c", tick, "right", "Ste."},
		{"units of 5.b: Apt. is the third", "p1[0].physicalAddress[0].Pt1Line5_Unit[2]", "1.5.b", tick, "right", "Apt."},
		{"units of 8.b: Flr. is the second", "p2[0].Pt2Line8_Unit[1]", "2.8.b", tick, "right", "Flr."},
		{"units of Part 5: Flr. is the second", "#subform[5].Part5_Line3b_Unit[1]", "5.3.b", tick, "right", "Flr."},
		{"units of Part 6: Ste. is the first", "#subform[5].Part6_Line3b_Unit[0]", "6.3.b", tick, "right", "Ste."},
		{"no is the first", "p1[0].Pt1Line4[0]", "1.4", tick, "right", "No"},
		{"11.d is the third", "p2[0].Pt1Line11[2]", "1.11.d", tick, "left", "11.d."},
		{"11.e is the second", "p2[0].Pt1Line11[1]", "1.11.e", "", "left", "11.e."},
		{"item 6 is the date of birth", "p1[0].Part1_Line2_DateofBirth[0]", "1.6", "01/02/1970", "left", "6. Date of Birth"},
		{"a country of birth that is the citizenship", "p2[0].Part2_Line4_CountryofBirth[0]", "2.5", "Lebanon", "above", "Country of Citizenship"},
		{"female is the second", "p2[0].Pt2Line3[1]", "2.3", tick, "right", "Female"},
		{"other is the sixth", "p2[0].Pt2Line6_MaritalStatus[5]", "2.6", tick, "right", "Other"},
		{"a street of Part 8 that is the preparer's", "#subform[5].Part8_Line3a_StreetNumberName[0]", "6.3.a", "225 Broadway", "left", "3.a. Street Number"},
		{"an interpreter who is the preparer", "#subform[5].Part6_Line1a_InterpretersFamilyName[0]", "6.1.a", "Okafor", "above", "Preparer's Family Name"},
		{"real estate that is life insurance", "#subform[2].Pt3Line7a_ValueofRealEstate[0]", "3.7.a", "", "left", "7.a. I have life insurance"},
		{"real estate that is real estate", "#subform[2].Pt3Line8a_ValueofRealEstate[0]", "3.8.a", "250,000", "left", "8.a. I own real estate"},
		{"wholly is the first", "#subform[3].Pt3Line21[0]", "3.21", "", "right", "Wholly"},
		{"partially is the first", "#subform[3].Pt3Line17[0]", "3.17", "", "right", "Partially"},
		{"intend is intend", "#subform[3].Pt3Line38[0]", "3.38", tick, "right", "intend"},
		{"does not extend is the second", "#subform[6].Pt6Line7b_Checkbox[1]", "6.7.b", tick, "right", "does not extend"},
		{"extends is the first", "#subform[6].Pt6Line7b_Checkbox[0]", "6.7.b", "", "right", "extends"},
	})
}

// hold holds each trap of one form against the plan and, where the official blanks are at hand, against what is printed
// beside the box on the blank and what stands in it in the packet.
func hold(t *testing.T, h *House, job Job, id string, traps []trap) {
	t.Helper()
	job.Practice = true
	part, ed := formOf(t, h, job, id)
	for _, tr := range traps {
		t.Run(id+"/"+tr.mistake, func(t *testing.T) { tr.planned(t, part, ed) })
	}
	t.Run(id+"/on the blank", func(t *testing.T) {
		t.Parallel()
		onTheBlank(t, h, job, id, traps)
	})
}

// formOf plans a job and returns one of its forms with its edition.
func formOf(t *testing.T, h *House, job Job, id string) (*plan.Part, *catalog.Edition) {
	t.Helper()
	desk := h.Desk()
	defer desk.Close()
	p, err := desk.Plan(t.Context(), job)
	if err != nil {
		t.Fatal(err)
	}
	part, ok := p.Part(id)
	if !ok {
		t.Fatalf("no part %s", id)
	}
	ed, ok := h.Catalog.Edition(part.Form.Form, part.Form.Edition)
	if !ok {
		t.Fatalf("no edition %s of %s", part.Form.Edition, part.Form.Form)
	}
	return part, ed
}

func (tr trap) planned(t *testing.T, part *plan.Part, ed *catalog.Edition) {
	f, ok := ed.Field("form1[0]." + tr.field)
	if !ok || f.Item != tr.item {
		t.Fatalf("%s is item %q, want %s", tr.field, f.Item, tr.item)
	}
	got := ""
	for _, v := range part.Form.Fields {
		if v.Name == f.Name {
			got = v.Value
		}
	}
	want := tr.value
	if want == tick {
		want = f.On[0]
	}
	if got != want {
		t.Errorf("%s holds %q, want %q", tr.field, got, want)
	}
}

// onTheBlank looks at the official blank and at the packet made on it.
func onTheBlank(t *testing.T, h *House, job Job, id string, traps []trap) {
	forms := testkit.Forms(t)
	tools := testkit.Renderers(t)
	h.Before, job.Practice = []string{forms}, false
	part, ed := formOf(t, h, job, id)
	path, ok := h.Blank(ed, "")
	if !ok {
		t.Skipf("no blank of %s %s", ed.Form, ed.Edition)
	}
	file := filepath.Join(t.TempDir(), "packet.pdf")
	w, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	desk := h.Desk()
	defer desk.Close()
	if _, err := build(t.Context(), desk, job, w); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	printed, filled := testkit.Words(t, path), testkit.Words(t, file)
	blank, page := tools[0].Pages(t, path), tools[0].Pages(t, file)
	for _, tr := range traps {
		f, _ := ed.Field("form1[0]." + tr.field)
		r := pdf.Rect{LLX: f.Rect[0], LLY: f.Rect[1], URX: f.Rect[2], URY: f.Rect[3]}
		at := part.First + f.Page - 2
		if tr.side != "" {
			caption := testkit.Caption(printed[f.Page-1], r, tr.side)
			if !strings.HasPrefix(caption, tr.caption) && !(tr.side == "left" && strings.Contains(caption, tr.caption)) {
				t.Errorf("%s: %s of %s is printed %q, want %q", tr.mistake, tr.side, tr.field, caption, tr.caption)
			}
		}
		if tr.value != tick && squeeze(testkit.Inside(filled[at], r)) != squeeze(tr.value) {
			t.Errorf("%s: in %s stands %q, want %q", tr.mistake, tr.field, testkit.Inside(filled[at], r), tr.value)
		}
		if ink := page[at].Ink(r, 1) - blank[f.Page-1].Ink(r, 1); (tr.value != "") != (ink >= least) {
			t.Errorf("%s: %.1f square points of ink in %s", tr.mistake, ink, tr.field)
		}
	}
}

// squeeze drops spaces, of which a renderer may see more or fewer.
func squeeze(s string) string { return strings.ReplaceAll(s, " ", "") }
