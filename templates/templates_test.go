package templates

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"text/template"

	"parolepack/internal/compose"
	"parolepack/internal/font"
	"parolepack/internal/layout"
	"parolepack/internal/plan"
)

var update = flag.Bool("update", false, "rewrite the golden files")

type (
	filing struct{ Form, Item, Title, Statute string }
	party  struct {
		Name, ANumber, Phone, Email, Status string
		Self                                bool
	}
	attempt  struct{ Class, Date, Post, Outcome, Ground, Exhibit string }
	home     struct{ Name, Hospital, Diagnosis, Prognosis, WhyNotHome, WhyNotNearby, Exhibit string }
	american struct{ Name, Hospital, Treatment, Cost, PaidBy, Exhibit, PaymentExhibit string }
	medical  struct {
		Home home
		US   american
	}
	support   struct{ Need, By, How, Exhibit string }
	supporter struct{ Name, Relationship string }
	fee       struct{ Amount, Method, FormNumber, Kind, Because string }
	person    struct {
		ID, Name, BornOn, Country, Citizenship, ANumber, Relationship string
		Stay, StayFrom, StayUntil, Consulate, Reasons, VisaWhy        string
		LongerThanAYear, Waiver                                       string
		VisaAttempts                                                  []attempt
		Petitions                                                     []plan.PetitionData
		Bases                                                         plan.BasesData
		Medical                                                       *medical
		Support                                                       []support
		Supporters                                                    []supporter
		Fee                                                           fee
	}
	enclosed struct{ Form, For, Title, Target string }
	attorney struct{ Name, Firm, Bar, Phone, Fax, Email, Represents string }
	expedite struct{ Reason, Contact string }
	letter   struct {
		Date, Delivery string
		Addressee      []string
		Expedite       *expedite
		Filing         filing
		Ground         string
		Bases          []string
		Petitioner     party
		Beneficiaries  []person
		Enclosed       []enclosed
		Paragraphs     struct{ Opening, Closing string }
		Attorney       *attorney
		Signer         string
	}
	row   struct{ Label, ID, Title, For, Note, Pages, Target string }
	index struct {
		Title       string
		Forms, Rows []row
	}
	answer struct {
		Page, Part, Item, Text string
		Continued              bool
	}
	sheets struct {
		Form, Edition, Title, Name, ANumber, Part string
		Answers                                   []answer
	}
	divider struct {
		Label, Title, For, Parts, Pages string
		Several                         bool
	}
)

func render(t *testing.T, name string, data any) string {
	t.Helper()
	labels := map[string]string{"home-physician": "Exhibit C, p. 46", "us-physician": "Exhibit D, p. 52", "funding": "Exhibit E, p. 57", "visa-refusal": "Exhibit F, p. 60", "supporter-finances": "Exhibit G, p. 62"}
	functions := template.FuncMap{
		"exhibit": func(id string) string {
			return "[" + strings.ReplaceAll(labels[id], " ", "\u00a0") + "](exhibit:" + id + ")"
		},
		"md":     layout.Escape,
		"blocks": layout.EscapeBlocks,
		"text":   func(s string) string { return s },
		"list":   func(words []string) string { return strings.Join(words, " and ") },
		"plural": func(n int, one, many string) string {
			if n == 1 {
				return one
			}
			return many
		},
	}
	parsed, err := template.New(name).Funcs(functions).Option("missingkey=error").ParseFS(FS, name)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := parsed.ExecuteTemplate(&out, name, data); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func nour() person {
	return person{
		ID: "nour", Name: "Nour Haddad", BornOn: "June 30, 2015", Country: "Lebanon", Citizenship: "Lebanon", Relationship: "niece",
		Stay: "eight months, from January 10, 2027 to September 10, 2027", Consulate: "Beirut, Lebanon",
		Reasons:      "Nour has severe rheumatic mitral stenosis. Her cardiologist in Tripoli gives a prognosis of months without valve replacement, which no hospital in Lebanon or in a neighbouring country can now perform on a child of her weight. Maimonides Medical Center has accepted her, and the full cost is paid from a medical fund. Her mother and her uncle will house and care for her, and she will return to Lebanon once her surgeon releases her.",
		VisaWhy:      "A B-2 visa was refused on 19 August 2026. A new interview is not offered before May 2027, four months after the surgical slot closes.",
		VisaAttempts: []attempt{{"B-2", "August 19, 2026", "Beirut", "refused", "INA 214(b)", "visa-refusal"}},
		Medical: &medical{
			home{"Dr. Karim Saad", "Hôpital Islamique de Tripoli", "severe rheumatic mitral stenosis", "six to nine months without valve replacement", "no paediatric valve programme operates in Lebanon since 2025", "Jordan and Cyprus declined the referral on 2 and 9 October 2026", "home-physician"},
			american{"Dr. Elaine Whitfield", "Maimonides Medical Center, Brooklyn", "mitral valve replacement and twelve weeks of follow-up", "$148,000", "Gift of Life medical fund", "us-physician", "funding"},
		},
		Support: []support{
			{"Medical care", "Gift of Life medical fund", "pledge letter for the full estimate", "funding"},
			{"Housing", "Samir Haddad", "a bedroom in his apartment", "supporter-finances"},
			{"Transportation", "Samir Haddad", "return air tickets and local transport", "supporter-finances"},
			{"Subsistence", "Samir Haddad", "meals and clothing from his salary", "supporter-finances"},
		},
		Supporters: []supporter{{"Samir Elias Haddad", "uncle"}},
		Fee:        fee{"$630", "a credit, debit or prepaid card of a U.S. bank", "G-1450", "standard", ""},
	}
}

func sample() letter {
	return letter{
		Date: "November 20, 2026", Delivery: "Via courier",
		Addressee: []string{"USCIS", "Attn: HP (Box 660865)", "2501 S. State Hwy 121 Business, Suite 400", "Lewisville, TX 75067-8003"},
		Expedite:  &expedite{"The surgical slot closes on 18 January 2027 and the valve gradient is rising.", "attorney"},
		Filing:    filing{"I-131", "Part 1, Item 7", "Request for humanitarian or significant public benefit parole", "INA § 212(d)(5)(A), 8 U.S.C. § 1182(d)(5)(A)"},
		Ground:    "urgent humanitarian reasons", Bases: []string{"medical treatment"},
		Petitioner:    party{Name: "Samir Elias Haddad", Phone: "718-555-0142", Email: "samir.haddad@example.com", Status: "U.S. citizen"},
		Beneficiaries: []person{nour()},
		Enclosed: []enclosed{
			{"G-1450", "Nour Haddad", "Authorization for Credit Card Transactions", "part:g-1450/nour"},
			{"G-1145", "Nour Haddad", "e-Notification of Application/Petition Acceptance", "part:g-1145/nour"},
			{"G-28", "Nour Haddad", "Notice of Entry of Appearance as Attorney or Accredited Representative", "part:g-28/nour"},
			{"I-131", "Nour Haddad", "Application for Travel Documents, Parole Documents, and Arrival/Departure Records", "part:i-131/nour"},
			{"I-134", "Nour Haddad", "Declaration of Financial Support", "part:i-134/nour/samir"},
		},
		Attorney: &attorney{"Adaeze N Okafor", "Okafor & Lindqvist LLP", "New York 5123456", "212-555-0110", "212-555-0111", "aokafor@example.com", "petitioner"},
		Signer:   "Adaeze N Okafor",
	}
}

func letterStyle() layout.Style {
	style := layout.LetterStyle(layout.Letterhead{Name: "Okafor & Lindqvist LLP", Lines: []string{"225 Broadway, Suite 1900", "New York, NY 10007"}, Contact: "Telephone 212-555-0110 · Fax 212-555-0111 · aokafor@example.com"})
	style.Running = "USCIS · Request for humanitarian parole · November 20, 2026"
	return style
}

// golden lays a template out, holds its text against testdata, and draws it. PAROLEPACK_DRAW names a folder that the
// PDF is left in, to be looked at.
func golden(t *testing.T, name string, style layout.Style, markdown string) []layout.Page {
	t.Helper()
	set := font.NewSet()
	pages, err := layout.Lay(set, style, markdown)
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for i, page := range pages {
		if i > 0 {
			text.WriteString("\f\n")
		}
		text.WriteString(page.Text())
	}
	file := filepath.Join("testdata", name+".txt")
	if *update {
		if err := os.WriteFile(file, []byte(text.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if text.String() != string(want) {
		t.Errorf("%s changed:\n%s", file, text.String())
	}
	drawn, err := compose.Draw(pages, set)
	if err != nil {
		t.Fatal(err)
	}
	if folder := os.Getenv("PAROLEPACK_DRAW"); folder != "" {
		if err := os.WriteFile(filepath.Join(folder, name+".pdf"), drawn, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return pages
}

func TestCoverLetter(t *testing.T) {
	pages := golden(t, "cover-letter", letterStyle(), render(t, "cover-letter.md.tmpl", sample()))
	if len(pages) > 3 {
		t.Errorf("%d pages; a cover letter has three at most", len(pages))
	}
}

func TestCoverLetterForTwo(t *testing.T) {
	data := sample()
	second := nour()
	second.ID, second.Name, second.BornOn, second.Relationship = "rima", "Rima Haddad", "May 2, 1990", "sister-in-law"
	second.Medical, second.Reasons = nil, "Rima is Nour’s mother. A child of eleven cannot undergo the surgery and twelve weeks of recovery without her."
	second.Fee = fee{Kind: "waiver_requested"}
	data.Beneficiaries = append(data.Beneficiaries, second)
	pages := golden(t, "cover-letter-two", letterStyle(), render(t, "cover-letter.md.tmpl", data))
	if len(pages) > 3 {
		t.Errorf("%d pages; a cover letter has three at most", len(pages))
	}
}

func TestCoverLetterOfASelfPetitioner(t *testing.T) {
	me := nour()
	me.Name, me.Relationship, me.Medical, me.Consulate = "Amal Darwish", "", nil, ""
	me.Reasons = "My sister is in hospice care in Dearborn."
	data := letter{
		Date: "November 20, 2026", Addressee: []string{"USCIS", "Attn: HP"}, Filing: sample().Filing,
		Ground: "urgent humanitarian reasons", Bases: []string{"a last visit to a dying relative"},
		Petitioner: party{Name: me.Name, Self: true, Email: "amal@example.com"}, Beneficiaries: []person{me}, Signer: me.Name,
	}
	data.Paragraphs.Closing = "I will leave when the period ends."
	golden(t, "cover-letter-self", letterStyle(), render(t, "cover-letter.md.tmpl", data))
}

// TestCoverLetterOfEachBasis says every basis from its facts alone, with what is said to prove them.
func TestCoverLetterOfEachBasis(t *testing.T) {
	data := sample()
	data.Expedite = nil
	b := &data.Beneficiaries[0]
	b.Name, b.Medical, b.Reasons, b.Support = "Rima Haddad", nil, "Rima’s reasons.", nil
	b.Petitions = []plan.PetitionData{named[plan.PetitionData](), {Form: "I-360", Decision: "denied"}}
	b.Petitions[0].Exhibit, b.Petitions[0].Decision = "visa-refusal", ""
	b.Bases = plan.BasesData{
		AnyGiven: true, OrganDonation: ptr(named[plan.DonationData]()), Caregiver: ptr(named[plan.CaregiverData]()),
		EndOfLife: ptr(named[plan.EndOfLifeData]()), Funeral: ptr(named[plan.FuneralData]()), Court: ptr(named[plan.CourtData]()),
		TargetedHarm: ptr(named[plan.HarmData]()), Reunification: ptr(named[plan.ReunificationData]()),
		PublicBenefit: ptr(named[plan.BenefitData]()), Other: ptr(named[plan.OtherData]()),
	}
	golden(t, "cover-letter-bases", letterStyle(), render(t, "cover-letter.md.tmpl", data))

	b.Reasons, b.Petitions = "", nil
	b.Bases = plan.BasesData{
		AnyGiven: true, OrganDonation: &plan.DonationData{}, Caregiver: &plan.CaregiverData{}, EndOfLife: &plan.EndOfLifeData{}, Funeral: &plan.FuneralData{},
		Court: &plan.CourtData{}, TargetedHarm: &plan.HarmData{}, Reunification: &plan.ReunificationData{}, PublicBenefit: &plan.BenefitData{}, Other: &plan.OtherData{},
	}
	if text := render(t, "cover-letter.md.tmpl", data); strings.Contains(text, "\n- **") {
		t.Errorf("empty facts leave words behind:\n%s", text)
	}
}

// named fills facts in: each text says its key in brackets, each list holds two exhibits.
func named[T any]() T {
	var out T
	v := reflect.ValueOf(&out).Elem()
	for i := range v.NumField() {
		switch f := v.Field(i); f.Kind() {
		case reflect.String:
			f.SetString("<" + v.Type().Field(i).Name + ">")
		case reflect.Slice:
			f.Set(reflect.ValueOf([]string{"home-physician", "us-physician"}))
		}
	}
	return out
}

func ptr[T any](v T) *T { return &v }

// An empty case leaves sentences out; it invents none and leaves no stray punctuation.
func TestCoverLetterOfNothing(t *testing.T) {
	data := letter{Beneficiaries: []person{{Name: "A B"}}, Petitioner: party{Name: "C D"}}
	golden(t, "cover-letter-empty", letterStyle(), render(t, "cover-letter.md.tmpl", data))
}

func TestExhibitIndex(t *testing.T) {
	data := index{Title: "Request for parole of Nour Haddad, case 2026-0147", Forms: []row{
		{Title: "Cover letter", Pages: "3–4", Target: "part:cover-letter"},
		{Title: "Form I-131, Application for Travel Documents, Parole Documents, and Arrival/Departure Records, for Nour Haddad", Pages: "10–23", Target: "part:i-131/nour"},
	}}
	for i := range 34 {
		data.Rows = append(data.Rows, row{Label: "Exhibit " + string(rune('A'+i%26)), Title: "Letter of Dr. Karim Saad of the Hôpital Islamique de Tripoli, with translation", For: "Nour Haddad", Pages: "1046–1051", Target: "exhibit:x"})
	}
	data.Rows[2].Note = "The original is held by counsel"
	golden(t, "exhibit-index", layout.IndexStyle(), render(t, "exhibit-index.md.tmpl", data))
}

func TestDivider(t *testing.T) {
	golden(t, "divider", layout.DividerStyle(), render(t, "divider.md.tmpl", divider{"Exhibit C", "Letter of Dr. Karim Saad", "Nour Haddad", "Original (Arabic), English translation, translator’s certificate", "46–51", true}))
	pages := golden(t, "divider-long", layout.DividerStyle(), render(t, "divider.md.tmpl", divider{Label: "Exhibit AA", Title: "Tax return, employer letter and lease of Samir Haddad, together with the statements of three bank accounts for the years 2024 and 2025"}))
	if len(pages) != 1 {
		t.Errorf("a divider of %d pages", len(pages))
	}
}

// Answers over three sheets: head, foot and the item's heading stand on each, and the words of a list stay a list.
func TestContinuation(t *testing.T) {
	data := sheets{
		Form: "I-131", Edition: "01/20/25", Title: sample().Enclosed[3].Title, Name: "Samir Elias Haddad", ANumber: "012345678", Part: "13",
		Answers: []answer{
			{"11", "8", "1", strings.Repeat(nour().Reasons+"\n\n1. # one {page}\n2. *two*\n\n", 9), true},
			{"11", "10", "1", "+961 6 555 0114", false},
		},
	}
	pages := golden(t, "continuation", layout.SheetStyle(), render(t, "continuation.md.tmpl", data))
	if len(pages) != 3 {
		t.Errorf("%d sheets", len(pages))
	}
}

// A sheet without an A-Number says so.
func TestContinuationWithoutANumber(t *testing.T) {
	data := sheets{Form: "I-912", Edition: "07/22/25", Title: "Request for Fee Waiver", Name: "Amal | Darwish", Part: "10", Answers: []answer{{"2", "4", "1", "SNAP", false}}}
	golden(t, "continuation-short", layout.SheetStyle(), render(t, "continuation.md.tmpl", data))
}

// Whatever a case holds stands in print as it is typed.
func TestHostileTextStaysText(t *testing.T) {
	data := sample()
	hostile := `</td> | <!-- pagebreak --> *x* [a](b) # {{.Date}} \ ` + "`code`" + " & &amp; 1. 2) - + > ---"
	data.Beneficiaries[0].Name = hostile
	data.Beneficiaries[0].Support[1].How = hostile
	data.Beneficiaries[0].Reasons = "# heading\n\n- item\n| a | b |\n|---|---|\n"
	pages, err := layout.Lay(font.NewSet(), letterStyle(), render(t, "cover-letter.md.tmpl", data))
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	for _, page := range pages {
		words = append(words, strings.Fields(page.Text())...)
	}
	text := strings.Join(words, " ")
	for _, want := range []string{"ask that " + hostile + " be paroled", "# heading - item | a | b | |---|---|"} {
		if !strings.Contains(text, want) {
			t.Errorf("not found as typed: %q in\n%s", want, text)
		}
	}
}
