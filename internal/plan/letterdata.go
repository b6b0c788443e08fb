package plan

import (
	"cmp"
	"fmt"
	"strings"

	"parolepack/internal/casefile"
	"parolepack/internal/catalog"
)

// LetterData is what a cover letter's template sees. Every field is text ready to print; an empty
// one was not given, and the template leaves its sentence out.
type LetterData struct {
	Date          string // November 20, 2026
	Delivery      string // Via courier
	Addressee     []string
	Expedite      *casefile.Expedite
	Filing        FilingData
	Ground        string
	Bases         []string
	Petitioner    PartyData
	Beneficiaries []BeneficiaryData
	Enclosed      []EnclosedData
	Paragraphs    casefile.Paragraphs
	Attorney      *AttorneyData
	Signer        string
}

// FilingData names what is filed.
type FilingData struct{ Form, Item, Title, Statute string }

// PartyData is the petitioner, as a letter speaks of them.
type PartyData struct {
	Name, ANumber, Phone, Email, Status string
	Self                                bool
}

// BeneficiaryData is one person to be paroled.
type BeneficiaryData struct {
	ID, Name, BornOn, Country, Citizenship, ANumber, Relationship string
	Stay, StayFrom, StayUntil                                     string
	Consulate                                                     string
	Reasons, LongerThanAYear, VisaWhy, Waiver                     string
	VisaAttempts                                                  []AttemptData
	Petitions                                                     []PetitionData
	Medical                                                       *MedicalData
	Bases                                                         BasesData
	Support                                                       []SupportData
	Supporters                                                    []SupporterData
	Fee                                                           FeeData
}

// AttemptData is one visa application.
type AttemptData struct{ Class, Date, Post, Outcome, Ground, Exhibit string }

// PetitionData is one petition filed for the person, which the letter discloses.
type PetitionData struct{ Form, Receipt, Filed, Petitioner, Decision, Exhibit string }

// MedicalData is the medical minimum.
type MedicalData struct {
	Home HomeData
	US   USData
}

// HomeData is the person's own doctor.
type HomeData struct{ Name, Hospital, Diagnosis, Prognosis, WhyNotHome, WhyNotNearby, Exhibit string }

// USData is the treating U.S. physician.
type USData struct{ Name, Hospital, Treatment, Cost, PaidBy, Exhibit, PaymentExhibit string }

// SupportData is one of the four needs.
type SupportData struct{ Need, By, How, Exhibit string }

// SupporterData is one signer of an I-134.
type SupporterData struct{ Name, Relationship string }

// FeeData is one person's fee. Because says which exemption is claimed, where one is.
type FeeData struct{ Amount, Method, FormNumber, Kind, Because string }

// EnclosedData is one line of the list of enclosed forms. Target is the part's id.
type EnclosedData struct{ Form, For, Title, Target string }

// AttorneyData signs the letter.
type AttorneyData struct{ Name, Firm, Bar, Phone, Fax, Email, Represents string }

// longDate writes a date as a letter does.
func longDate(d casefile.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.Time().Format("January 2, 2006")
}

// letterData gathers the letter from the case and the filing's data.
func (m *maker) letterData(parts []Part) LetterData {
	c := m.Case
	d := LetterData{
		Date:     longDate(c.PreparedOn),
		Expedite: c.Expedite,
		Filing: FilingData{Form: m.Filing.Form, Item: m.Filing.Item,
			Title: m.Filing.Title, Statute: m.Filing.Statute},
		Ground:     m.groundWords(),
		Bases:      m.baseWords(),
		Petitioner: m.petitionerData(),
		Attorney:   attorneyData(c.Attorney),
		Enclosed:   m.enclosed(parts),
	}
	if a, ok := m.Filing.Address(c.FileBy); ok {
		d.Delivery, d.Addressee = a.Words, a.Lines
	}
	if c.Letter != nil {
		d.Paragraphs = c.Letter.Paragraphs
	}
	for i := range c.Beneficiaries {
		d.Beneficiaries = append(d.Beneficiaries, m.beneficiaryData(&c.Beneficiaries[i]))
	}
	d.Signer = m.letterSigner(d.Petitioner.Name)
	if d.Attorney != nil {
		d.Signer = d.Attorney.Name
	}
	return d
}

// letterSigner is the filer, or who signs for a self-petitioner: `Rima Haddad, parent, for Nour Haddad`.
func (m *maker) letterSigner(filer string) string {
	if !m.Case.Petitioner.Self || len(m.Case.Beneficiaries) == 0 {
		return filer
	}
	by := m.Case.Beneficiaries[0].SignedBy
	if by == nil || by.Who == "self" || by.Name == "" {
		return filer
	}
	return by.Name + ", " + by.Who + ", for " + filer
}

func (m *maker) groundWords() string {
	ground, _ := m.Filing.Ground(m.Case.Ground)
	return ground.Words
}

func (m *maker) baseWords() []string {
	var words []string
	for _, code := range m.Case.Bases {
		if b, ok := m.Filing.Basis(code); ok {
			words = append(words, b.Words)
		}
	}
	return words
}

func (m *maker) petitionerData() PartyData {
	p := m.Case.Filer()
	return PartyData{Name: catalog.FullName(p.Name), ANumber: catalog.ANumber(p.ANumber), Phone: p.Phone.Day,
		Email: p.Email, Status: statusWords(p), Self: m.Case.Petitioner.Self}
}

// statusWords says a status as a letter does; nothing where it is not given or means nothing there.
func statusWords(p casefile.Person) string {
	switch p.Status {
	case "us_citizen":
		return "U.S. citizen"
	case "us_national":
		return "U.S. national"
	case "permanent_resident":
		return "lawful permanent resident"
	case "other":
		return p.StatusOther
	case "", "none":
		return ""
	case "tps":
		return "holder of Temporary Protected Status"
	}
	return strings.ReplaceAll(p.Status, "_", " ")
}

func attorneyData(a *casefile.Attorney) *AttorneyData {
	if a == nil {
		return nil
	}
	bar := strings.TrimSpace(a.LicensingAuthority + " " + a.BarNumber)
	return &AttorneyData{Name: catalog.FullName(a.Name), Firm: a.Firm, Bar: bar, Phone: a.Phone.Day,
		Fax: a.Phone.Fax, Email: a.Email, Represents: cmp.Or(a.Represents, "petitioner")}
}

func (m *maker) beneficiaryData(b *casefile.Beneficiary) BeneficiaryData {
	d := BeneficiaryData{
		ID: b.ID, Name: catalog.FullName(b.Name), BornOn: longDate(b.Born.Date), Country: b.Born.Country,
		Citizenship: b.Citizenship, ANumber: catalog.ANumber(b.ANumber), Relationship: b.RelationshipToPetitioner,
		Reasons: b.Request.Reasons, LongerThanAYear: b.Request.LongerThanAYear,
		VisaWhy: b.Visa.WhyUnavailable, Waiver: b.Visa.Waiver,
		Support: supportData(b.Support), Medical: medicalData(b.Medical), Bases: m.basesData(b), Fee: m.feeData(b),
	}
	if s := b.Request.Stay; s != nil {
		d.StayFrom, d.StayUntil = longDate(s.From), longDate(s.Until)
		d.Stay = fmt.Sprintf("%s, from %s to %s", spelled(catalog.StayLength(*s)), d.StayFrom, d.StayUntil)
	}
	if p := b.Request.Consulate; p != nil {
		d.Consulate = catalog.CityCountry(*p)
	}
	for _, a := range b.Visa.Attempts {
		d.VisaAttempts = append(d.VisaAttempts, AttemptData{a.Class, longDate(a.Date), a.Post, a.Outcome, a.Ground, a.Exhibit})
	}
	for _, p := range b.Visa.PendingPetitions {
		d.Petitions = append(d.Petitions, PetitionData{p.Form, p.Receipt, longDate(p.Filed), p.Petitioner, p.Decision, p.Exhibit})
	}
	for _, id := range b.Supporters {
		d.Supporters = append(d.Supporters, m.supporterData(id, b.ID))
	}
	return d
}

// spelled writes small counts as words, as letters do: `8 months` becomes `eight months`.
func spelled(length string) string {
	count, unit, ok := strings.Cut(length, " ")
	words := map[string]string{"1": "one", "2": "two", "3": "three", "4": "four", "5": "five", "6": "six",
		"7": "seven", "8": "eight", "9": "nine", "10": "ten", "11": "eleven", "12": "twelve"}
	if w := words[count]; ok && w != "" {
		return w + " " + unit
	}
	return length
}

func medicalData(m *casefile.Medical) *MedicalData {
	if m == nil {
		return nil
	}
	d := &MedicalData{}
	if h := m.HomePhysician; h != nil {
		d.Home = HomeData{h.Name, h.Hospital, h.Diagnosis, h.Prognosis,
			h.WhyNotTreatableAtHome, h.WhyNotTreatableNearby, h.Exhibit}
	}
	if u := m.USPhysician; u != nil {
		d.US = USData{Name: u.Name, Hospital: u.Hospital, Treatment: u.Treatment,
			PaidBy: u.PaidBy, Exhibit: u.Exhibit, PaymentExhibit: u.PaymentExhibit}
		if u.CostUSD > 0 {
			d.US.Cost = "$" + catalog.USD(u.CostUSD)
		}
	}
	return d
}

func supportData(s casefile.Support) []SupportData {
	var list []SupportData
	for _, n := range []struct {
		name string
		need *casefile.Need
	}{
		{"Medical care", s.MedicalCare}, {"Housing", s.Housing},
		{"Transportation", s.Transportation}, {"Subsistence", s.Subsistence},
	} {
		if n.need != nil {
			list = append(list, SupportData{n.name, n.need.By, n.need.How, n.need.Exhibit})
		}
	}
	return list
}

func (m *maker) supporterData(id, beneficiary string) SupporterData {
	s := m.Case.Supporter(id)
	if s == nil {
		return SupporterData{}
	}
	d := SupporterData{Name: m.supporterName(s), Relationship: s.Relationship[beneficiary]}
	if strings.EqualFold(strings.TrimSpace(d.Relationship), "self") {
		d.Relationship = "" // nobody is called the self of themself
	}
	return d
}

// supporterName is the organization, or the person who signs the I-134.
func (m *maker) supporterName(s *casefile.Supporter) string {
	return cmp.Or(s.Organization, catalog.FullName(m.Case.SupporterPerson(s).Name))
}

func (m *maker) feeData(b *casefile.Beneficiary) FeeData {
	d := FeeData{Kind: b.Payment.Fee, Because: b.Payment.ExemptBecause}
	if e, ok := m.Filing.Exemption(b.Payment.ExemptBecause); ok {
		d.Because = e.Words
	}
	p, pays := m.Filing.Payment(b.Payment.Method)
	switch {
	case m.Case.FileBy == "online":
		d.Method = onlinePayment
	case pays:
		d.Method, d.FormNumber = p.Words, p.Form
	default:
		return d // nothing is enclosed, so the letter speaks of no fee; the readiness rules do
	}
	if usd := m.feeDue(b); usd > 0 {
		d.Amount = "$" + catalog.USD(usd)
	}
	return d
}

// onlinePayment is how the account takes the fee of an online filing (docs/facts.md 3.7); no form is enclosed.
const onlinePayment = "online payment in the USCIS account"

// feeDue is what the person's I-131 costs as filed: nothing where a waiver is asked for or an
// exemption claimed (docs/facts.md 3.1-3.3).
func (m *maker) feeDue(b *casefile.Beneficiary) int {
	if b.Payment.Fee != "standard" {
		return 0
	}
	fee, _ := m.Filing.Fee(m.Filing.Form, m.Case.FileBy)
	return fee.USD
}
