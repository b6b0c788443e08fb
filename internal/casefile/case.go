// Package casefile holds the case file's contract as Go types and reads it strictly.
//
// The types are the source of truth: the strict reader, the JSON Schema and the field maps'
// expressions all follow their tags.
//
//	json  the key; omitempty or omitzero marks a key that may be left out
//	expr  the same name for the field maps' expressions
//	enum  the words or numbers that the value may be, separated by |
//	range the lowest and the highest whole number, as in 0-11
//	min   how many entries a list must have
//	id    the list whose ids this key gives; ref: the list whose ids it cites
//	case  "text" where a long text may stand in a file of its own ({"file": "statement.md"}),
//	      "same" where an address may be the word "same", "private" for numbers that must not be echoed,
//	      "line" for one line, "blank" where a required text may be empty, "file" for a file in the
//	      case's folder (see ParseFile), "pages" for page ranges (see ParsePages)
//	desc  what the key means, for editors
//
// Empty strings, zero numbers and nulls mean "not given" wherever a key may be left out. The
// reader proves shapes; whether a case can be filed is for the readiness rules.
package casefile

// A Case is one request for humanitarian parole: everything that one packet says.
type Case struct {
	Schema        string        `json:"$schema,omitempty" expr:"-" desc:"The JSON Schema that editors use; see parolepack schema."`
	CaseNumber    string        `json:"case_number" expr:"case_number" case:"line" desc:"The firm's own number for the case; batch names the output folder after it."`
	Filing        string        `json:"filing" expr:"filing" enum:"humanitarian-parole" desc:"What is filed; names the filing's data."`
	PreparedOn    Date          `json:"prepared_on" expr:"prepared_on" desc:"The date on the cover letter."`
	FileBy        string        `json:"file_by" expr:"file_by" enum:"mail|courier|online" desc:"How the packet travels; decides fee and address."`
	Ground        string        `json:"ground" expr:"ground" enum:"urgent_humanitarian_reasons|significant_public_benefit" desc:"The statutory ground, INA 212(d)(5)(A)."`
	Bases         []string      `json:"bases" expr:"bases" enum:"medical_treatment|organ_donation|caregiver|end_of_life|funeral|civil_court|targeted_harm|family_reunification|public_benefit|other" min:"1" desc:"The reasons relied on; each wants its own evidence."`
	Expedite      *Expedite     `json:"expedite,omitempty" expr:"expedite" desc:"A request for expedited handling; null for none."`
	Notify        *bool         `json:"notify,omitempty" expr:"notify" desc:"Whether a G-1145 goes with each application; true where left out."`
	Petitioner    Petitioner    `json:"petitioner" expr:"petitioner" desc:"Who files the I-131."`
	Beneficiaries []Beneficiary `json:"beneficiaries" expr:"beneficiaries" min:"1" desc:"Every person to be paroled."`
	Supporters    []Supporter   `json:"supporters,omitempty" expr:"supporters" desc:"Who signs an I-134."`
	FeeWaiver     *FeeWaiver    `json:"fee_waiver,omitempty" expr:"fee_waiver" desc:"The facts of a fee waiver request (Form I-912), where a payment asks for one."`
	Attorney      *Attorney     `json:"attorney,omitempty" expr:"attorney" desc:"The attorney or accredited representative; null where the filer is not represented."`
	Preparer      *Helper       `json:"preparer,omitempty" expr:"preparer" desc:"Who prepared the forms, where that is not the attorney (I-131 Part 12)."`
	Interpreter   *Helper       `json:"interpreter,omitempty" expr:"interpreter" desc:"Who interpreted for the filer (I-131 Part 11)."`
	Exhibits      []Exhibit     `json:"exhibits" expr:"exhibits" desc:"The evidence, in the order of the packet."`
	Letter        *Letter       `json:"letter,omitempty" expr:"letter" desc:"The cover letter's template and the paragraphs that the firm adds."`
	Waivers       []Waiver      `json:"waivers,omitempty" expr:"waivers" desc:"Warnings that the firm accepts, each with its reason."`
	Settings      *Settings     `json:"settings,omitempty" expr:"settings" desc:"How the packet is put together."`
	Letterhead    *Letterhead   `json:"letterhead,omitempty" expr:"letterhead" desc:"What stands at the head of the letter; the attorney's firm where left out."`
}

// Expedite is a request for expedited handling, docs/facts.md 4.5: the word EXPEDITE on the I-131 and a reason in the letter.
type Expedite struct {
	Reason  string `json:"reason,omitempty" expr:"reason" case:"text" desc:"Why the request cannot wait."`
	Contact string `json:"contact,omitempty" expr:"contact" enum:"attorney|petitioner" desc:"Whom the agency should call."`
}

// Name is a person's name as it stands in the passport, accents and all.
type Name struct {
	Family string `json:"family" expr:"family" desc:"Family name (last name)."`
	Given  string `json:"given" expr:"given" case:"blank" desc:"Given name (first name)."`
	Middle string `json:"middle,omitempty" expr:"middle" desc:"Middle name, if any."`
}

// Birth is when and where a person was born.
type Birth struct {
	Date     Date   `json:"date,omitzero" expr:"date" desc:"Date of birth."`
	City     string `json:"city,omitempty" expr:"city" desc:"City or town of birth."`
	Province string `json:"province,omitempty" expr:"province" desc:"State or province of birth."`
	Country  string `json:"country,omitempty" expr:"country" desc:"Country of birth."`
}

// Unit is an apartment, suite or floor.
type Unit struct {
	Type   string `json:"type,omitempty" expr:"type" enum:"apt|ste|flr" desc:"Apartment, suite or floor."`
	Number string `json:"number,omitempty" expr:"number" desc:"Its number."`
}

// Address is a postal address. Same is set where the case says "same" instead.
type Address struct {
	Same       bool   `json:"-" expr:"same"`
	CareOf     string `json:"care_of,omitempty" expr:"care_of" desc:"In care of, if any."`
	Street     string `json:"street,omitempty" expr:"street" desc:"Street number and name."`
	Unit       *Unit  `json:"unit,omitempty" expr:"unit" desc:"Apartment, suite or floor."`
	City       string `json:"city,omitempty" expr:"city" desc:"City or town."`
	State      string `json:"state,omitempty" expr:"state" desc:"Two-letter U.S. state, where in the United States."`
	ZIP        string `json:"zip,omitempty" expr:"zip" desc:"ZIP Code, where in the United States."`
	Province   string `json:"province,omitempty" expr:"province" desc:"Province, where abroad."`
	PostalCode string `json:"postal_code,omitempty" expr:"postal_code" desc:"Postal code, where abroad."`
	Country    string `json:"country,omitempty" expr:"country" desc:"Country, in English."`
}

// Phone holds a person's numbers as they are dialled.
type Phone struct {
	Day    string `json:"day,omitempty" expr:"day" desc:"Daytime telephone."`
	Mobile string `json:"mobile,omitempty" expr:"mobile" desc:"Mobile telephone."`
	Fax    string `json:"fax,omitempty" expr:"fax" desc:"Fax."`
}

// Person is what the forms ask of anybody: petitioner, beneficiary or supporter.
type Person struct {
	Name            Name     `json:"name,omitzero" expr:"name" desc:"Name as in the passport."`
	OtherNames      []Name   `json:"other_names,omitempty" expr:"other_names" desc:"Other names used: maiden name, aliases, spellings."`
	Sex             string   `json:"sex,omitempty" expr:"sex" enum:"male|female" desc:"Sex."`
	Born            Birth    `json:"born,omitzero" expr:"born" desc:"Date and place of birth."`
	Citizenship     string   `json:"citizenship,omitempty" expr:"citizenship" desc:"Country of citizenship or nationality."`
	Status          string   `json:"status,omitempty" expr:"status" enum:"us_citizen|us_national|permanent_resident|nonimmigrant|asylee|refugee|parolee|tps|deferred_action|none|other" desc:"Immigration status in the United States."`
	StatusOther     string   `json:"status_other,omitempty" expr:"status_other" desc:"The status, where it is other."`
	ANumber         string   `json:"a_number,omitempty" expr:"a_number" case:"private" desc:"Alien Registration Number, nine digits, with or without the A."`
	SSN             string   `json:"ssn,omitempty" expr:"ssn" case:"private" desc:"U.S. Social Security Number."`
	USCISAccount    string   `json:"uscis_account,omitempty" expr:"uscis_account" case:"private" desc:"USCIS online account number, twelve digits."`
	MailingAddress  *Address `json:"mailing_address,omitempty" expr:"mailing_address" desc:"Where mail reaches the person."`
	PhysicalAddress *Address `json:"physical_address,omitempty" expr:"physical_address" case:"same" desc:"Where the person lives; \"same\" as the mailing address."`
	Phone           Phone    `json:"phone,omitzero" expr:"phone" desc:"Telephone numbers."`
	Email           string   `json:"email,omitempty" expr:"email" desc:"Email address."`
	RefugeeStatus   *bool    `json:"refugee_status,omitempty" expr:"refugee_status" desc:"Whether the person holds or held refugee status (I-131 Part 1 item 13)."`
}

// Petitioner is who completes the I-131. A self-petitioner gives nothing here and everything
// once under the one beneficiary.
type Petitioner struct {
	Self bool `json:"self,omitempty" expr:"self" desc:"True where the beneficiary files for themself."`
	Person
}

// Beneficiary is a person to be paroled: one I-131 each, one I-134 a supporter.
type Beneficiary struct {
	ID string `json:"id" expr:"id" id:"beneficiaries" desc:"A short name for the person within this file."`
	Person
	MaritalStatus            string         `json:"marital_status,omitempty" expr:"marital_status" enum:"single|married|divorced|widowed|separated|annulled|other" desc:"Marital status (I-134 Part 3 item 8)."`
	MaritalStatusOther       string         `json:"marital_status_other,omitempty" expr:"marital_status_other" desc:"The marital status, where it is other."`
	RelationshipToPetitioner string         `json:"relationship_to_petitioner,omitempty" expr:"relationship_to_petitioner" desc:"What the beneficiary is to the petitioner, as in niece."`
	InUnitedStates           *bool          `json:"in_united_states,omitempty" expr:"in_united_states" desc:"Whether the person is in the United States today; parole from abroad wants false."`
	Passport                 *Passport      `json:"passport,omitempty" expr:"passport" desc:"The passport, or null with an exhibit that shows identity."`
	Biographic               *Biographic    `json:"biographic,omitempty" expr:"biographic" desc:"I-131 Part 3."`
	History                  History        `json:"history,omitzero" expr:"history" desc:"I-131 Part 4 items 1-3."`
	Request                  Request        `json:"request" expr:"request" desc:"Why and for how long (I-131 Part 8)."`
	Visa                     Visa           `json:"visa,omitzero" expr:"visa" desc:"Why a visa cannot be had."`
	Medical                  *Medical       `json:"medical,omitempty" expr:"medical" desc:"The medical minimum, for basis medical_treatment."`
	Support                  Support        `json:"support,omitzero" expr:"support" desc:"How and by whom each need is met."`
	Supporters               []string       `json:"supporters,omitempty" expr:"supporters" ref:"supporters" desc:"Ids of the supporters who file an I-134 for this person."`
	Payment                  Payment        `json:"payment" expr:"payment" desc:"How the I-131 fee is paid."`
	SignedBy                 *SignedBy      `json:"signed_by,omitempty" expr:"signed_by" desc:"Who signs for a self-petitioner."`
	Funeral                  *Funeral       `json:"funeral,omitempty" expr:"funeral" desc:"For basis funeral."`
	EndOfLife                *EndOfLife     `json:"end_of_life,omitempty" expr:"end_of_life" desc:"For basis end_of_life."`
	Caregiver                *Caregiver     `json:"caregiver,omitempty" expr:"caregiver" desc:"For basis caregiver."`
	OrganDonation            *Donation      `json:"organ_donation,omitempty" expr:"organ_donation" desc:"For basis organ_donation."`
	Court                    *Court         `json:"court,omitempty" expr:"court" desc:"For basis civil_court."`
	TargetedHarm             *Harm          `json:"targeted_harm,omitempty" expr:"targeted_harm" desc:"For basis targeted_harm."`
	Reunification            *Reunification `json:"reunification,omitempty" expr:"reunification" desc:"For basis family_reunification."`
	PublicBenefit            *PublicBenefit `json:"public_benefit,omitempty" expr:"public_benefit" desc:"For basis public_benefit."`
	Other                    *Statement     `json:"other,omitempty" expr:"other" desc:"For basis other."`
}

// Passport is the biographic page's data.
type Passport struct {
	Number  string `json:"number,omitempty" expr:"number" case:"private" desc:"Passport number."`
	Country string `json:"country,omitempty" expr:"country" desc:"Country of issue."`
	Expires Date   `json:"expires,omitzero" expr:"expires" desc:"Date of expiry."`
}

// Biographic is I-131 Part 3, which describes the person to be paroled.
type Biographic struct {
	Ethnicity string   `json:"ethnicity,omitempty" expr:"ethnicity" enum:"hispanic|not_hispanic" desc:"Item 1."`
	Race      []string `json:"race,omitempty" expr:"race" enum:"american_indian|asian|black|pacific_islander|white" desc:"Item 2, all that apply."`
	Height    *Height  `json:"height,omitempty" expr:"height" desc:"Item 3."`
	WeightLB  int      `json:"weight_lb,omitempty" expr:"weight_lb" range:"0-999" desc:"Item 4, in pounds."`
	Eyes      string   `json:"eyes,omitempty" expr:"eyes" enum:"black|blue|brown|gray|green|hazel|maroon|pink|other" desc:"Item 5."`
	Hair      string   `json:"hair,omitempty" expr:"hair" enum:"bald|black|blond|brown|gray|red|sandy|white|other" desc:"Item 6."`
}

// Height is in feet and inches.
type Height struct {
	Feet   int `json:"feet" expr:"feet" range:"0-8" desc:"Feet, 0 to 8."`
	Inches int `json:"inches" expr:"inches" range:"0-11" desc:"Inches, 0 to 11."`
}

// History is I-131 Part 4 items 1-3, where a request for parole from abroad stops.
type History struct {
	RemovalProceedings             *bool           `json:"removal_proceedings,omitempty" expr:"removal_proceedings" desc:"Item 1: ever in exclusion, deportation, removal or rescission proceedings."`
	RemovalDetails                 string          `json:"removal_details,omitempty" expr:"removal_details" case:"text" desc:"What they were, where item 1 is yes."`
	ReentryOrRefugeeTravelDocument *TravelDocument `json:"reentry_or_refugee_travel_document,omitempty" expr:"reentry_or_refugee_travel_document" desc:"Item 2: the last one issued, or null."`
	AdvanceParoleDocument          *TravelDocument `json:"advance_parole_document,omitempty" expr:"advance_parole_document" desc:"Item 3: the last one issued, or null."`
}

// TravelDocument is a document issued before (I-131 Part 4 items 2 and 3).
type TravelDocument struct {
	Issued      Date   `json:"issued,omitzero" expr:"issued" desc:"Date issued."`
	Disposition string `json:"disposition,omitempty" expr:"disposition" desc:"What became of it: attached, lost, expired."`
}

// Request is what is asked for one person (rule S5: reasons and length for each).
type Request struct {
	Reasons         string    `json:"reasons,omitempty" expr:"reasons" case:"text" desc:"Part 8 item 1: how the person qualifies; the emergent reason in detail."`
	Stay            *Stay     `json:"stay,omitempty" expr:"stay" desc:"Part 8 items 2 and 3.a: the parole asked for."`
	LongerThanAYear string    `json:"longer_than_a_year,omitempty" expr:"longer_than_a_year" case:"text" desc:"Why more than a year is needed, where it is."`
	Consulate       *CityPost `json:"consulate,omitempty" expr:"consulate" desc:"Part 8 item 3.b: the post to notify."`
}

// Stay is a period of parole, both days included in the request.
type Stay struct {
	From  Date `json:"from,omitzero" expr:"from" desc:"Intended arrival."`
	Until Date `json:"until,omitzero" expr:"until" desc:"Intended departure."`
}

// CityPost is an embassy, consulate or USCIS office by city and country.
type CityPost struct {
	City    string `json:"city,omitempty" expr:"city" desc:"City of the post."`
	Country string `json:"country,omitempty" expr:"country" desc:"Country of the post."`
}

// Visa explains why no other avenue is open (rule S3).
type Visa struct {
	Attempts         []Attempt  `json:"attempts,omitempty" expr:"attempts" desc:"Visas asked for, each with its outcome."`
	WhyUnavailable   string     `json:"why_unavailable,omitempty" expr:"why_unavailable" case:"text" desc:"Why a nonimmigrant visa cannot be obtained."`
	Waiver           string     `json:"waiver,omitempty" expr:"waiver" case:"text" desc:"Why no waiver of inadmissibility can be had, where one is needed."`
	PendingPetitions []Petition `json:"pending_petitions,omitempty" expr:"pending_petitions" desc:"Petitions filed for the person."`
}

// Attempt is one application for a visa.
type Attempt struct {
	Class   string `json:"class,omitempty" expr:"class" desc:"Visa class, as in B-2."`
	Date    Date   `json:"date,omitzero" expr:"date" desc:"When it was decided."`
	Post    string `json:"post,omitempty" expr:"post" desc:"The consular post."`
	Outcome string `json:"outcome,omitempty" expr:"outcome" desc:"What came of it, as in refused."`
	Ground  string `json:"ground,omitempty" expr:"ground" desc:"The legal ground given."`
	Exhibit string `json:"exhibit,omitempty" expr:"exhibit" ref:"exhibits" desc:"Id of the exhibit that shows it."`
}

// Petition is a petition filed for the beneficiary (I-130, I-140, I-360 or a nonimmigrant one).
type Petition struct {
	Form       string `json:"form" expr:"form" desc:"Form, as in I-130."`
	Receipt    string `json:"receipt,omitempty" expr:"receipt" case:"private" desc:"Receipt number."`
	Filed      Date   `json:"filed,omitzero" expr:"filed" desc:"Date filed."`
	Petitioner string `json:"petitioner,omitempty" expr:"petitioner" desc:"Who filed it."`
	Decision   string `json:"decision,omitempty" expr:"decision" desc:"The decision, if any."`
	Exhibit    string `json:"exhibit,omitempty" expr:"exhibit" ref:"exhibits" desc:"Id of the exhibit that shows it."`
}

// Medical is the minimum of rule S7 for treatment.
type Medical struct {
	HomePhysician *HomePhysician `json:"home_physician,omitempty" expr:"home_physician" desc:"The person's own doctor."`
	USPhysician   *USPhysician   `json:"us_physician,omitempty" expr:"us_physician" desc:"The U.S. physician who agreed to treat."`
}

// HomePhysician is what the letter of the person's doctor must say (rule S7.a).
type HomePhysician struct {
	Name                  string `json:"name,omitempty" expr:"name" desc:"The doctor."`
	Hospital              string `json:"hospital,omitempty" expr:"hospital" desc:"Hospital or practice."`
	Exhibit               string `json:"exhibit,omitempty" expr:"exhibit" ref:"exhibits" desc:"Id of the exhibit that holds the letter."`
	Diagnosis             string `json:"diagnosis,omitempty" expr:"diagnosis" desc:"Diagnosis."`
	Prognosis             string `json:"prognosis,omitempty" expr:"prognosis" desc:"Prognosis."`
	WhyNotTreatableAtHome string `json:"why_not_treatable_at_home,omitempty" expr:"why_not_treatable_at_home" case:"text" desc:"Why it cannot be treated at home."`
	WhyNotTreatableNearby string `json:"why_not_treatable_nearby,omitempty" expr:"why_not_treatable_nearby" case:"text" desc:"Why it cannot be treated in a neighbouring country."`
}

// USPhysician is what the letter of the treating U.S. physician must say (rule S7.b).
type USPhysician struct {
	Name           string `json:"name,omitempty" expr:"name" desc:"The physician."`
	Hospital       string `json:"hospital,omitempty" expr:"hospital" desc:"Hospital."`
	Exhibit        string `json:"exhibit,omitempty" expr:"exhibit" ref:"exhibits" desc:"Id of the exhibit that holds the letter."`
	Treatment      string `json:"treatment,omitempty" expr:"treatment" desc:"The treatment agreed to."`
	CostUSD        int    `json:"cost_usd,omitempty" expr:"cost_usd" desc:"Estimated cost in U.S. dollars."`
	PaidBy         string `json:"paid_by,omitempty" expr:"paid_by" desc:"Who pays."`
	PaymentExhibit string `json:"payment_exhibit,omitempty" expr:"payment_exhibit" ref:"exhibits" desc:"Id of the exhibit that shows the money."`
}

// Support is the four needs of rule S7.c.
type Support struct {
	MedicalCare    *Need `json:"medical_care,omitempty" expr:"medical_care" desc:"Medical care."`
	Housing        *Need `json:"housing,omitempty" expr:"housing" desc:"Housing."`
	Transportation *Need `json:"transportation,omitempty" expr:"transportation" desc:"Transportation."`
	Subsistence    *Need `json:"subsistence,omitempty" expr:"subsistence" desc:"Food, clothing and other subsistence."`
}

// Need says by whom and how one need is met.
type Need struct {
	By      string `json:"by,omitempty" expr:"by" desc:"Who provides."`
	How     string `json:"how,omitempty" expr:"how" case:"text" desc:"How."`
	Exhibit string `json:"exhibit,omitempty" expr:"exhibit" ref:"exhibits" desc:"Id of the exhibit that shows it."`
}

// Payment is how one I-131 is paid for. Card and account numbers have no key: they are written by hand.
type Payment struct {
	Method        string `json:"method" expr:"method" enum:"card|bank|paper_exempt|none" desc:"card: G-1450; bank: G-1650; paper_exempt: G-1651; none: nothing is due."`
	Fee           string `json:"fee" expr:"fee" enum:"standard|waiver_requested|exempt" desc:"The fee, a waiver request (I-912) or an exemption."`
	ExemptBecause string `json:"exempt_because,omitempty" expr:"exempt_because" desc:"The exemption relied on, where exempt."`
}

// SignedBy is who signs for a self-petitioner: a parent or guardian for a child under 14.
type SignedBy struct {
	Who  string `json:"who" expr:"who" enum:"self|parent|guardian" desc:"Who signs."`
	Name string `json:"name,omitempty" expr:"name" desc:"Their name, where it is a parent or guardian."`
}
