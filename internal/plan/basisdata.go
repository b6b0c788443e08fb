package plan

import (
	"slices"

	"parolepack/internal/casefile"
	"parolepack/internal/catalog"
)

// BasesData is what a person's request rests on, save medical treatment: nil for each basis that the case does not list or
// that the person has no facts of. Exhibit lists hold ids, in the packet's order: what is said to prove the fact for
// this person, and before it what the facts themselves cite.
type BasesData struct {
	OrganDonation *DonationData
	Caregiver     *CaregiverData
	EndOfLife     *EndOfLifeData
	Funeral       *FuneralData
	Court         *CourtData
	TargetedHarm  *HarmData
	Reunification *ReunificationData
	PublicBenefit *BenefitData
	Other         *OtherData
	AnyGiven      bool // whether any of them is given
}

// DonationData is an organ or tissue to be given.
type DonationData struct {
	Donor, Recipient, Relationship, Organ, Hospital, Physician, Operation string
	Diagnosis, Match, WhyThisDonor, Cost, PaidBy                          string
	Letter, Matched, Funded, Related                                      []string
}

// CaregiverData is care of an ill relative.
type CaregiverData struct {
	Person, Relative, Relationship, Physician, Condition, CareNeeded, Duration, WhyNoOther string
	Needs, Related                                                                         []string
}

// EndOfLifeData is a last visit.
type EndOfLifeData struct {
	Person, Relative, Relationship, Physician, Prognosis, WhyNoVisa string
	Letter, Related                                                 []string
}

// FuneralData is a funeral, affairs to be settled, or both.
type FuneralData struct {
	Person, Deceased, Relationship, Died, Date, Place, ArrangedBy, Affairs string
	Certificate, Arrangements, Related, Settled                            []string
}

// CourtData is a civil proceeding.
type CourtData struct {
	Person, Court, CaseNumber, Parties, Role, Hearing, Until string
	WhyPresent, WhyNotRemote, TiesHome                       string
	Order, Counsel                                           []string
}

// HarmData is targeted or individualized harm.
type HarmData struct {
	By, Threat, ThirdParty, WhyNoOther string
	Reports, Country                   []string
}

// ReunificationData is a family to be reunited.
type ReunificationData struct {
	Person, Relative, Relationship, Statement, WhyExtraordinary, PetitionStatus string
	Related, Decisions, Shown                                                   []string
}

// BenefitData is a significant public benefit.
type BenefitData struct {
	Agency, Statement string
	Letters           []string
}

// OtherData is what no other basis covers.
type OtherData struct {
	Statement string
	Shown     []string
}

// basesData gathers the facts of each basis that the case lists.
func (m *maker) basesData(b *casefile.Beneficiary) BasesData {
	var d BasesData
	for _, code := range m.Case.Bases {
		d.AnyGiven = m.basisData(&d, code, b) || d.AnyGiven
	}
	return d
}

// basisData fills in one basis and reports whether the person has facts of it.
func (m *maker) basisData(d *BasesData, code string, b *casefile.Beneficiary) bool {
	switch code {
	case "organ_donation":
		return given(&d.OrganDonation, b.OrganDonation, b, m.donationData)
	case "caregiver":
		return given(&d.Caregiver, b.Caregiver, b, m.caregiverData)
	case "end_of_life":
		return given(&d.EndOfLife, b.EndOfLife, b, m.endOfLifeData)
	case "funeral":
		return given(&d.Funeral, b.Funeral, b, m.funeralData)
	case "civil_court":
		return given(&d.Court, b.Court, b, m.courtData)
	case "targeted_harm":
		return given(&d.TargetedHarm, b.TargetedHarm, b, m.harmData)
	case "family_reunification":
		return given(&d.Reunification, b.Reunification, b, m.reunificationData)
	case "public_benefit":
		return given(&d.PublicBenefit, b.PublicBenefit, b, m.benefitData)
	case "other":
		return given(&d.Other, b.Other, b, m.otherData)
	}
	return false
}

// given turns facts into a letter's data, where there are facts.
func given[F, D any](to **D, facts *F, b *casefile.Beneficiary, read func(F, *casefile.Beneficiary) D) bool {
	if facts == nil {
		return false
	}
	d := read(*facts, b)
	*to = &d
	return true
}

func (m *maker) donationData(f casefile.Donation, b *casefile.Beneficiary) DonationData {
	s := m.shown(b.ID, f.Exhibit, "us_physician_letter", "donor_match", "treatment_funding", "relationship")
	d := DonationData{Donor: catalog.FullName(b.Name), Recipient: f.Recipient, Relationship: f.Relationship, Organ: f.Organ,
		Hospital: f.Hospital, Physician: f.Physician, Operation: longDate(f.Operation), Diagnosis: f.Diagnosis, Match: f.Match,
		WhyThisDonor: f.WhyThisDonor, PaidBy: f.PaidBy, Letter: s[0], Matched: s[1], Funded: s[2], Related: s[3]}
	if f.CostUSD > 0 {
		d.Cost = "$" + catalog.USD(f.CostUSD)
	}
	return d
}

func (m *maker) caregiverData(f casefile.Caregiver, b *casefile.Beneficiary) CaregiverData {
	s := m.shown(b.ID, f.Exhibit, "care_needs", "relationship")
	return CaregiverData{Person: catalog.FullName(b.Name), Relative: f.Relative, Relationship: f.Relationship, Physician: f.Physician,
		Condition: f.Condition, CareNeeded: f.CareNeeded, Duration: f.Duration, WhyNoOther: f.WhyNoOther, Needs: s[0], Related: s[1]}
}

func (m *maker) endOfLifeData(f casefile.EndOfLife, b *casefile.Beneficiary) EndOfLifeData {
	s := m.shown(b.ID, f.Exhibit, "prognosis_letter", "relationship")
	return EndOfLifeData{Person: catalog.FullName(b.Name), Relative: f.Relative, Relationship: f.Relationship, Physician: f.Physician,
		Prognosis: f.Prognosis, WhyNoVisa: f.WhyNoVisa, Letter: s[0], Related: s[1]}
}

func (m *maker) funeralData(f casefile.Funeral, b *casefile.Beneficiary) FuneralData {
	s := m.shown(b.ID, f.Exhibit, "death_certificate", "funeral_arrangements", "relationship")
	return FuneralData{Person: catalog.FullName(b.Name), Deceased: f.Deceased, Relationship: f.Relationship, Died: longDate(f.Died),
		Date: longDate(f.Date), Place: f.Place, ArrangedBy: f.ArrangedBy, Affairs: f.Affairs, Certificate: s[0], Arrangements: s[1], Related: s[2], Settled: cited(f.AffairsExhibit)}
}

func (m *maker) courtData(f casefile.Court, b *casefile.Beneficiary) CourtData {
	s := m.shown(b.ID, f.Exhibit, "court_order", "counsel_letter")
	return CourtData{Person: catalog.FullName(b.Name), Court: f.Court, CaseNumber: f.CaseNumber, Parties: f.Parties, Role: f.Role,
		Hearing: longDate(f.Hearing), Until: longDate(f.Until), WhyPresent: f.WhyPresent, WhyNotRemote: f.WhyNotRemote, TiesHome: f.TiesHome,
		Order: s[0], Counsel: s[1]}
}

func (m *maker) harmData(f casefile.Harm, b *casefile.Beneficiary) HarmData {
	s := m.shown(b.ID, f.Exhibit, "threat_report", "country_conditions")
	return HarmData{By: f.By, Threat: f.Threat, ThirdParty: f.ThirdParty, WhyNoOther: f.WhyNoOther, Reports: s[0], Country: s[1]}
}

func (m *maker) reunificationData(f casefile.Reunification, b *casefile.Beneficiary) ReunificationData {
	s := m.shown(b.ID, "", "relationship", "petition_decision")
	return ReunificationData{Person: catalog.FullName(b.Name), Relative: f.Relative, Relationship: f.Relationship, Statement: f.Statement,
		WhyExtraordinary: f.WhyExtraordinary, PetitionStatus: f.PetitionStatus, Related: s[0], Decisions: s[1], Shown: cited(f.Exhibit)}
}

func (m *maker) benefitData(f casefile.PublicBenefit, b *casefile.Beneficiary) BenefitData {
	return BenefitData{Agency: f.Agency, Statement: f.Statement, Letters: m.shown(b.ID, f.Exhibit, "agency_letter")[0]}
}

func (m *maker) otherData(f casefile.Statement, _ *casefile.Beneficiary) OtherData {
	return OtherData{Statement: f.Statement, Shown: cited(f.Exhibit)}
}

// shown lists, word for word, the exhibits that are said to prove it for a person. The exhibit that the facts cite
// joins the first list where no list has it.
func (m *maker) shown(person, cited string, words ...string) [][]string {
	lists := make([][]string, len(words))
	found := cited == ""
	for i, word := range words {
		lists[i] = m.proving(person, word)
		found = found || slices.Contains(lists[i], cited)
	}
	if !found {
		lists[0] = append([]string{cited}, lists[0]...)
	}
	return lists
}

// cited is a list of the one exhibit that a fact cites, or of none.
func cited(id string) []string {
	if id == "" {
		return nil
	}
	return []string{id}
}

// proving lists the exhibits that are said to prove a word of the case file for a person.
func (m *maker) proving(person, word string) []string {
	var ids []string
	for _, x := range m.Case.Exhibits {
		if slices.Contains(x.Proves, word) && (len(x.For) == 0 || slices.Contains(x.For, person)) {
			ids = append(ids, x.ID)
		}
	}
	return ids
}
