package casefile

// Supporter signs one I-134 for each beneficiary who names them.
type Supporter struct {
	ID           string            `json:"id" expr:"id" id:"supporters" desc:"A short name for the supporter within this file."`
	Is           string            `json:"is" expr:"is" enum:"petitioner|beneficiary|other|organization" desc:"Whether the supporter is somebody named elsewhere in the file."`
	Organization string            `json:"organization,omitempty" expr:"organization" desc:"The organization, where it is one."`
	Title        string            `json:"title,omitempty" expr:"title" desc:"The signer's title in the organization."`
	Relationship map[string]string `json:"relationship,omitempty" expr:"relationship" ref:"beneficiaries" desc:"What the supporter is to each beneficiary, by beneficiary id."`
	Person
	Employment                Employment  `json:"employment,omitzero" expr:"employment" desc:"I-134 Part 2 item 12."`
	PeopleOnOtherSupportForms *int        `json:"people_on_other_support_forms,omitempty" expr:"people_on_other_support_forms" range:"0-999" desc:"I-134 Part 2 item 13."`
	Dependents                []Dependent `json:"dependents,omitempty" expr:"dependents" desc:"I-134 Part 2 item 15, the supporter included."`
	AnnualIncomeUSD           int         `json:"annual_income_usd,omitempty" expr:"annual_income_usd" desc:"I-134 Part 2 item 16, whole dollars."`
	Assets                    []Asset     `json:"assets,omitempty" expr:"assets" desc:"I-134 Part 2 item 17."`
	Contributions             string      `json:"contributions,omitempty" expr:"contributions" case:"text" desc:"I-134 Part 2 items 18-19: room, board and other help in kind."`
	ReadsEnglish              *bool       `json:"reads_english,omitempty" expr:"reads_english" desc:"Whether the supporter reads English (I-134 Part 5)."`
	Interpreter               *Helper     `json:"interpreter,omitempty" expr:"interpreter" desc:"Who interpreted for the supporter (I-134 Part 6)."`
}

// Employment is how a supporter earns a living.
type Employment struct {
	Status     string `json:"status,omitempty" expr:"status" enum:"employed|self_employed|unemployed|retired|other" desc:"Employment status."`
	Occupation string `json:"occupation,omitempty" expr:"occupation" desc:"Occupation."`
	Employer   string `json:"employer,omitempty" expr:"employer" desc:"Employer, or the business of the self-employed."`
	Other      string `json:"other,omitempty" expr:"other" desc:"What it is, where other."`
}

// Dependent is one row of I-134 Part 2 item 15.
type Dependent struct {
	Name          string `json:"name" expr:"name" desc:"Full name."`
	Born          Date   `json:"born,omitzero" expr:"born" desc:"Date of birth."`
	Relationship  string `json:"relationship,omitempty" expr:"relationship" desc:"Relationship to the supporter; self for the supporter."`
	ANumber       string `json:"a_number,omitempty" expr:"a_number" case:"private" desc:"Alien Registration Number, if any."`
	ReceiptNumber string `json:"receipt_number,omitempty" expr:"receipt_number" case:"private" desc:"Receipt number of a support form, if any."`
}

// Asset is one row of I-134 Part 2 item 17.
type Asset struct {
	Type      string `json:"type" expr:"type" enum:"checking|savings|annuities|stocks|retirement|real_estate|personal_property|other" desc:"Kind of asset."`
	AmountUSD int    `json:"amount_usd" expr:"amount_usd" desc:"Value in whole U.S. dollars."`
}

// Attorney is the attorney or accredited representative of the G-28.
type Attorney struct {
	Name                   Name        `json:"name" expr:"name" desc:"Name of the attorney or representative."`
	Firm                   string      `json:"firm,omitempty" expr:"firm" desc:"Law firm or organization."`
	LicensingAuthority     string      `json:"licensing_authority,omitempty" expr:"licensing_authority" desc:"State bar or court (G-28 Part 2 item 1.a)."`
	BarNumber              string      `json:"bar_number,omitempty" expr:"bar_number" desc:"Bar number (item 1.b)."`
	Eligible               *bool       `json:"eligible,omitempty" expr:"eligible" desc:"Whether eligible to practice law and in good standing (item 1)."`
	Restricted             *bool       `json:"restricted,omitempty" expr:"restricted" desc:"Whether subject to an order that restricts practice (item 1.c)."`
	RestrictionExplanation string      `json:"restriction_explanation,omitempty" expr:"restriction_explanation" case:"text" desc:"The restriction, where there is one."`
	Accredited             *Accredited `json:"accredited,omitempty" expr:"accredited" desc:"Accreditation, instead of a bar number (item 2)."`
	AssociatedWith         string      `json:"associated_with,omitempty" expr:"associated_with" desc:"The attorney of record one is associated with (item 3)."`
	LawStudent             string      `json:"law_student,omitempty" expr:"law_student" desc:"Name of a law student or graduate (item 4)."`
	USCISAccount           string      `json:"uscis_account,omitempty" expr:"uscis_account" case:"private" desc:"USCIS online account number of the attorney."`
	Address                *Address    `json:"address,omitempty" expr:"address" desc:"Business address."`
	Phone                  Phone       `json:"phone,omitzero" expr:"phone" desc:"Business numbers."`
	Email                  string      `json:"email,omitempty" expr:"email" desc:"Business email."`
	Represents             string      `json:"represents,omitempty" expr:"represents" enum:"petitioner|beneficiary|supporter" desc:"Whom the attorney represents; the petitioner where left out."`
	PreparesForms          *bool       `json:"prepares_forms,omitempty" expr:"prepares_forms" desc:"Whether the attorney prepared the forms (I-131 Part 12)."`
	Notices                *bool       `json:"notices,omitempty" expr:"notices" desc:"G-28 Part 4 item 1.a: notices go to the attorney."`
	IdentityDocuments      *bool       `json:"identity_documents,omitempty" expr:"identity_documents" desc:"G-28 Part 4 item 1.b: secure identity documents go to the attorney."`
	I94                    *bool       `json:"i94,omitempty" expr:"i94" desc:"G-28 Part 4 item 1.c: documents with Form I-94 go to the client."`
}

// Accredited is a representative's accreditation by the Department of Justice.
type Accredited struct {
	Organization string `json:"organization,omitempty" expr:"organization" desc:"Recognized organization."`
	AccreditedOn Date   `json:"accredited_on,omitzero" expr:"accredited_on" desc:"Date of accreditation."`
}

// Helper is an interpreter or a preparer who is not the attorney.
type Helper struct {
	Name     Name     `json:"name" expr:"name" desc:"Name."`
	Business string   `json:"business,omitempty" expr:"business" desc:"Business or organization."`
	Address  *Address `json:"address,omitempty" expr:"address" desc:"Mailing address, which Form I-912 asks for."`
	Phone    Phone    `json:"phone,omitzero" expr:"phone" desc:"Numbers."`
	Email    string   `json:"email,omitempty" expr:"email" desc:"Email address."`
	Language string   `json:"language,omitempty" expr:"language" desc:"The language interpreted."`
}

// Exhibit is one piece of evidence behind one divider sheet.
type Exhibit struct {
	ID          string       `json:"id" expr:"id" id:"exhibits" desc:"A short name that letters and statements cite."`
	Title       string       `json:"title" expr:"title" desc:"Title in the index and on the divider sheet."`
	Files       []string     `json:"files" expr:"files" case:"file" desc:"Files in order, each within the case's folder; pages as in tax.pdf#1-4."`
	Proves      []string     `json:"proves" expr:"proves" enum:"beneficiary_identity|petitioner_identity|petitioner_status|supporter_identity|supporter_status|supporter_income|supporter_assets|housing|relationship|home_physician_letter|us_physician_letter|treatment_funding|visa_refusal|petition_decision|death_certificate|funeral_arrangements|prognosis_letter|care_needs|donor_match|court_order|counsel_letter|threat_report|country_conditions|agency_letter|parental_consent|return_travel|removal_record|fee_waiver|other" desc:"What it proves."`
	For         []string     `json:"for,omitempty" expr:"for" ref:"beneficiaries" desc:"Ids of the beneficiaries it is for; everybody where left out."`
	Language    string       `json:"language,omitempty" expr:"language" desc:"Language of the original, where it is not English."`
	Translation *Translation `json:"translation,omitempty" expr:"translation" desc:"The full English translation and its certificate, 8 CFR 103.2(b)(3)."`
	Password    string       `json:"password,omitempty" expr:"-" case:"private" desc:"Password that opens the files."`
	Pages       string       `json:"pages,omitempty" expr:"pages" case:"pages" desc:"Pages to use of every file, as in 1-3,7."`
	Rotate      int          `json:"rotate,omitempty" expr:"rotate" enum:"0|90|180|270" desc:"Extra clockwise turn of every page: 0, 90, 180 or 270."`
	Redact      []Redaction  `json:"redact,omitempty" expr:"-" desc:"Areas to black out."`
	Note        string       `json:"note,omitempty" expr:"note" desc:"A remark for the index."`
}

// Redaction is an area of one page to black out, in points from the page's lower left corner.
type Redaction struct {
	Page int        `json:"page" expr:"-" range:"1-100000" desc:"Page of the exhibit, 1-based."`
	Rect [4]float64 `json:"rect" expr:"-" desc:"Left, bottom, right, top in points."`
}

// Translation follows its original in the packet; the certificate comes last.
type Translation struct {
	Language    string `json:"language,omitempty" expr:"language" desc:"Language translated from."`
	File        string `json:"file" expr:"file" case:"file" desc:"The English translation."`
	Certificate string `json:"certificate,omitempty" expr:"certificate" case:"file" desc:"The translator's certificate of completeness, accuracy and competence."`
	Translator  string `json:"translator,omitempty" expr:"translator" desc:"The translator's name."`
}

// Letter names the cover letter's template and the firm's own paragraphs.
type Letter struct {
	Template   string     `json:"template,omitempty" expr:"template" desc:"Template name; cover-letter where left out."`
	Paragraphs Paragraphs `json:"paragraphs,omitzero" expr:"paragraphs" desc:"Paragraphs that the firm writes itself."`
}

// Paragraphs are Markdown; they may cite exhibits as {{exhibit "id"}}.
type Paragraphs struct {
	Opening string `json:"opening,omitempty" expr:"opening" case:"text" desc:"Replaces the letter's opening paragraph."`
	Closing string `json:"closing,omitempty" expr:"closing" case:"text" desc:"Replaces the letter's closing paragraph."`
}

// Waiver accepts one warning.
type Waiver struct {
	Code   string `json:"code" expr:"code" desc:"The finding's code."`
	Reason string `json:"reason" expr:"reason" desc:"Why the firm accepts it."`
}

// Settings is how the packet is put together.
type Settings struct {
	Labels         string `json:"labels,omitempty" expr:"labels" enum:"letters|numbers|tabs" desc:"Exhibit A, Exhibit 1 or Tab A."`
	RepeatExhibits bool   `json:"repeat_exhibits,omitempty" expr:"repeat_exhibits" desc:"Whether each person's set repeats the shared exhibits."`
}

// Letterhead is what stands at the head of the letter.
type Letterhead struct {
	Name  string   `json:"name" expr:"name" desc:"Firm or person."`
	Lines []string `json:"lines,omitempty" expr:"lines" desc:"Address and contact lines."`
}
