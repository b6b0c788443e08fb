package casefile

// Statement is a plain statement with its exhibit: what, by whom, shown where.
type Statement struct {
	Statement string `json:"statement,omitempty" expr:"statement" case:"text" desc:"The facts relied on."`
	Exhibit   string `json:"exhibit,omitempty" expr:"exhibit" ref:"exhibits" desc:"Id of the exhibit that shows it."`
}

// Funeral is the facts of a funeral or of affairs to settle, docs/facts.md section 6.
type Funeral struct {
	Deceased     string `json:"deceased,omitempty" expr:"deceased" desc:"Who died."`
	Relationship string `json:"relationship,omitempty" expr:"relationship" desc:"What the deceased was to the beneficiary."`
	Died         Date   `json:"died,omitzero" expr:"died" desc:"Date of death, as in the certificate."`
	Date         Date   `json:"date,omitzero" expr:"date" desc:"Date of the funeral."`
	Place        string `json:"place,omitempty" expr:"place" desc:"Place of the funeral."`
	ArrangedBy   string `json:"arranged_by,omitempty" expr:"arranged_by" desc:"The funeral home or congregation that confirms date and place."`
	Affairs      string `json:"affairs,omitempty" expr:"affairs" case:"text" desc:"What must be settled in person."`
	// AffairsExhibit is apart from Exhibit, since a court's or a bank's letter shows the affairs and none of the funeral.
	AffairsExhibit string `json:"affairs_exhibit,omitempty" expr:"affairs_exhibit" ref:"exhibits" desc:"Id of the exhibit that shows the affairs."`
	Exhibit        string `json:"exhibit,omitempty" expr:"exhibit" ref:"exhibits" desc:"Id of the exhibit that shows it."`
}

// EndOfLife is the facts of a last visit.
type EndOfLife struct {
	Relative     string `json:"relative,omitempty" expr:"relative" desc:"Who is dying."`
	Relationship string `json:"relationship,omitempty" expr:"relationship" desc:"What the relative is to the beneficiary."`
	Physician    string `json:"physician,omitempty" expr:"physician" desc:"The physician or hospice."`
	Prognosis    string `json:"prognosis,omitempty" expr:"prognosis" desc:"Prognosis."`
	WhyNoVisa    string `json:"why_no_visa,omitempty" expr:"why_no_visa" case:"text" desc:"Why a visa is too slow."`
	Exhibit      string `json:"exhibit,omitempty" expr:"exhibit" ref:"exhibits" desc:"Id of the exhibit that shows it."`
}

// Caregiver is the facts of care for an ill relative.
type Caregiver struct {
	Relative     string `json:"relative,omitempty" expr:"relative" desc:"Who is ill."`
	Relationship string `json:"relationship,omitempty" expr:"relationship" desc:"What the relative is to the beneficiary."`
	Physician    string `json:"physician,omitempty" expr:"physician" desc:"The relative's physician, who describes illness and care."`
	Condition    string `json:"condition,omitempty" expr:"condition" desc:"The illness."`
	CareNeeded   string `json:"care_needed,omitempty" expr:"care_needed" case:"text" desc:"The care needed."`
	Duration     string `json:"duration,omitempty" expr:"duration" desc:"How long the care is needed, as the physician says."`
	WhyNoOther   string `json:"why_no_other,omitempty" expr:"why_no_other" case:"text" desc:"Why nobody else can give it."`
	Exhibit      string `json:"exhibit,omitempty" expr:"exhibit" ref:"exhibits" desc:"Id of the exhibit that shows it."`
}

// Donation is the facts of an organ or tissue donation.
type Donation struct {
	Recipient    string `json:"recipient,omitempty" expr:"recipient" desc:"Who receives."`
	Relationship string `json:"relationship,omitempty" expr:"relationship" desc:"What the recipient is to the beneficiary."`
	Organ        string `json:"organ,omitempty" expr:"organ" desc:"Organ or tissue."`
	Hospital     string `json:"hospital,omitempty" expr:"hospital" desc:"Hospital."`
	Physician    string `json:"physician,omitempty" expr:"physician" desc:"The transplant physician."`
	Operation    Date   `json:"operation,omitzero" expr:"operation" desc:"Date of the operation."`
	Diagnosis    string `json:"diagnosis,omitempty" expr:"diagnosis" desc:"The recipient's diagnosis."`
	Match        string `json:"match,omitempty" expr:"match" desc:"Proof of the match."`
	WhyThisDonor string `json:"why_this_donor,omitempty" expr:"why_this_donor" case:"text" desc:"Why this donor."`
	CostUSD      int    `json:"cost_usd,omitempty" expr:"cost_usd" desc:"Cost of the donor's part in U.S. dollars."`
	PaidBy       string `json:"paid_by,omitempty" expr:"paid_by" desc:"Who pays, as in the recipient's insurance."`
	Exhibit      string `json:"exhibit,omitempty" expr:"exhibit" ref:"exhibits" desc:"Id of the exhibit that shows it."`
}

// Court is the facts of a civil proceeding between private parties.
type Court struct {
	Court        string `json:"court,omitempty" expr:"court" desc:"The court."`
	CaseNumber   string `json:"case_number,omitempty" expr:"case_number" desc:"The court's number."`
	Parties      string `json:"parties,omitempty" expr:"parties" desc:"The parties."`
	Role         string `json:"role,omitempty" expr:"role" desc:"What the beneficiary is in the proceeding, as in plaintiff."`
	Hearing      Date   `json:"hearing,omitzero" expr:"hearing" desc:"Date of the hearing."`
	Until        Date   `json:"until,omitzero" expr:"until" desc:"When the proceeding is expected to end."`
	WhyPresent   string `json:"why_present,omitempty" expr:"why_present" case:"text" desc:"Why presence in person is needed."`
	WhyNotRemote string `json:"why_not_remote,omitempty" expr:"why_not_remote" case:"text" desc:"Why testimony from abroad will not do."`
	TiesHome     string `json:"ties_home,omitempty" expr:"ties_home" case:"text" desc:"What the beneficiary returns to."`
	Exhibit      string `json:"exhibit,omitempty" expr:"exhibit" ref:"exhibits" desc:"Id of the exhibit that shows it."`
}

// Harm is the facts of targeted or individualized harm.
type Harm struct {
	By         string `json:"by,omitempty" expr:"by" desc:"Who threatens."`
	Threat     string `json:"threat,omitempty" expr:"threat" case:"text" desc:"What is threatened, how severe, how soon."`
	ThirdParty string `json:"third_party,omitempty" expr:"third_party" desc:"The credible third party that names the beneficiary."`
	WhyNoOther string `json:"why_no_other,omitempty" expr:"why_no_other" case:"text" desc:"Why no other protection is open."`
	Exhibit    string `json:"exhibit,omitempty" expr:"exhibit" ref:"exhibits" desc:"Id of the exhibit that shows it."`
}

// Reunification is the facts of a family to be reunited, docs/facts.md section 6.
type Reunification struct {
	Relative         string `json:"relative,omitempty" expr:"relative" desc:"Whom the beneficiary joins."`
	Relationship     string `json:"relationship,omitempty" expr:"relationship" desc:"What the relative is to the beneficiary."`
	Statement        string `json:"statement,omitempty" expr:"statement" case:"text" desc:"The facts relied on."`
	WhyExtraordinary string `json:"why_extraordinary,omitempty" expr:"why_extraordinary" case:"text" desc:"What sets the case apart from other separated families."`
	PetitionStatus   string `json:"petition_status,omitempty" expr:"petition_status" case:"text" desc:"How an immigrant petition stands, or why none was filed."`
	Exhibit          string `json:"exhibit,omitempty" expr:"exhibit" ref:"exhibits" desc:"Id of the exhibit that shows it."`
}

// PublicBenefit is the facts of a significant public benefit.
type PublicBenefit struct {
	Agency    string `json:"agency,omitempty" expr:"agency" desc:"The agency or organization that attests the benefit."`
	Statement string `json:"statement,omitempty" expr:"statement" case:"text" desc:"The facts relied on."`
	Exhibit   string `json:"exhibit,omitempty" expr:"exhibit" ref:"exhibits" desc:"Id of the exhibit that shows it."`
}
