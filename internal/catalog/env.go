package catalog

import (
	"reflect"
	"slices"

	"parolepack/internal/casefile"
)

// An Env is what a map's expressions see: one case from the place of one beneficiary and, for a
// support form, one supporter. It is a copy in which every object that the case leaves out stands
// with empty values, so no expression meets a missing object; optional booleans stay optional and
// are read with yes and no. It is read-only once made, and safe for concurrent use.
type Env struct {
	// Case is the whole case.
	Case casefile.Case `expr:"case"`
	// Petitioner is as the case has it; a self-petitioner gives nothing there.
	Petitioner casefile.Petitioner `expr:"petitioner"`
	// Filer completes the I-131: the petitioner, or the beneficiary who files for themself.
	Filer casefile.Person `expr:"filer"`
	// Self tells that the beneficiary files for themself.
	Self        bool                 `expr:"self"`
	Beneficiary casefile.Beneficiary `expr:"beneficiary"`
	// Supporter signs the I-134; where it is the petitioner or the beneficiary, their personal data stand here.
	Supporter casefile.Supporter `expr:"supporter"`
	Attorney  casefile.Attorney  `expr:"attorney"`
	// Represented tells that the case has an attorney or accredited representative.
	Represented bool `expr:"represented"`
	// Preparer is the attorney who prepared the forms, or else the case's own preparer.
	Preparer       casefile.Helper `expr:"preparer"`
	HasPreparer    bool            `expr:"has_preparer"`
	Interpreter    casefile.Helper `expr:"interpreter"`
	HasInterpreter bool            `expr:"has_interpreter"`
	// SupportsSelf tells that the supporter is the beneficiary (I-134 Part 1: myself).
	SupportsSelf bool `expr:"supports_self"`
	// SupporterInterpreter interpreted for the supporter.
	SupporterInterpreter    casefile.Helper `expr:"supporter_interpreter"`
	HasSupporterInterpreter bool            `expr:"has_supporter_interpreter"`
	// ExpediteRequested tells that the case asks for expedited handling (docs/facts.md 4.5).
	ExpediteRequested bool `expr:"expedite_requested"`
	// Notify tells that a G-1145 goes with each application.
	Notify bool `expr:"notify"`
	// Client is whom the attorney represents, ClientRole in what role: petitioner, beneficiary or supporter.
	Client     casefile.Person `expr:"client"`
	ClientRole string          `expr:"client_role"`
	// FeeWaiver is the request for a fee waiver without the parts of bases that it does not rely on;
	// Requestor is whom it is about.
	FeeWaiver casefile.FeeWaiver `expr:"fee_waiver"`
	Requestor Requestor          `expr:"requestor"`
	// PreparedByCounsel tells that the preparer is the attorney; CounselGoesOn that the attorney represents the
	// requestor beyond the forms, as the G-28 in the packet says.
	PreparedByCounsel bool `expr:"prepared_by_counsel"`
	CounselGoesOn     bool `expr:"counsel_goes_on"`
	// CounselOfSupporter tells that the attorney's client is the supporter, so that the G-28 covers the supporter's form.
	CounselOfSupporter bool `expr:"counsel_of_supporter"`
	// FeeUSD is what the beneficiary's I-131 costs, in whole dollars. It is no part of the case:
	// whoever fills a payment form sets it from the filing's data.
	FeeUSD int `expr:"fee_usd"`

	keys keys
}

// NewEnv returns the view of c for the beneficiary and supporter of those places in the case,
// 0-based; -1 for none. An attorney for a supporter is seen beside the beneficiary's first one
// where the form has none of its own. c itself is neither changed nor kept.
func NewEnv(c *casefile.Case, beneficiary, supporter int) *Env {
	if supporter < 0 && c.Attorney != nil && c.Attorney.Represents == "supporter" {
		supporter = firstSupporter(c, beneficiary)
	}
	env := &Env{keys: keys{beneficiary: beneficiary, supporter: supporter}}
	complete(reflect.ValueOf(&env.Case).Elem(), reflect.ValueOf(c).Elem())
	env.Self = c.Petitioner.Self
	env.Petitioner = env.Case.Petitioner
	env.Beneficiary = pick(env.Case.Beneficiaries, beneficiary)
	env.setFiler()
	env.setSupporter(c, supporter)
	env.setHelpers(c)
	env.setClient()
	env.setFeeWaiver(c)
	env.ExpediteRequested = c.Expedite != nil
	env.Notify = c.Notify == nil || *c.Notify
	return env
}

func (env *Env) setFiler() {
	env.Filer, env.keys.filer = env.Petitioner.Person, "petitioner"
	if env.Self {
		env.Filer, env.keys.filer = env.Beneficiary.Person, env.keys.beneficiaryKey()
	}
}

// firstSupporter returns the place of the first supporter whom a beneficiary names, or -1.
func firstSupporter(c *casefile.Case, beneficiary int) int {
	named := pick(c.Beneficiaries, beneficiary).Supporters
	if len(named) == 0 {
		return -1
	}
	return slices.IndexFunc(c.Supporters, func(s casefile.Supporter) bool { return s.ID == named[0] })
}

// setSupporter puts the person in the supporter's place where the case names one elsewhere.
func (env *Env) setSupporter(c *casefile.Case, i int) {
	env.Supporter = pick(env.Case.Supporters, i)
	env.keys.supporterPerson = env.keys.supporterKey()
	if i >= 0 && i < len(c.Supporters) {
		env.keys.supporterPerson = env.supporterPersonKey(c, &c.Supporters[i])
		env.keys.own = ownKeys(c.Supporters[i].Person)
		person := c.SupporterPerson(&c.Supporters[i]) // a missing address must still be missing here
		complete(reflect.ValueOf(&env.Supporter.Person).Elem(), reflect.ValueOf(person))
		env.SupportsSelf = env.keys.supporterPerson == env.keys.beneficiaryKey()
	}
	env.SupporterInterpreter = *env.Supporter.Interpreter
	env.HasSupporterInterpreter = given(env.SupporterInterpreter)
}

// supporterPersonKey is where the person stands whom a supporter is: the petitioner, the beneficiary who supports
// themself or another, or the supporter's own place.
func (env *Env) supporterPersonKey(c *casefile.Case, s *casefile.Supporter) string {
	switch s.Is {
	case "petitioner":
		return env.keys.filer
	case "beneficiary":
		if b := c.SupportingBeneficiary(s); b != nil {
			return indexed("beneficiaries", slices.IndexFunc(c.Beneficiaries, func(x casefile.Beneficiary) bool { return x.ID == b.ID }))
		}
	}
	return env.keys.supporterKey()
}

// setHelpers finds who prepared the forms and who interpreted (I-131 Parts 11 and 12).
func (env *Env) setHelpers(c *casefile.Case) {
	env.Represented = c.Attorney != nil
	env.Attorney = *env.Case.Attorney
	env.Preparer, env.HasPreparer = *env.Case.Preparer, c.Preparer != nil
	env.Interpreter, env.HasInterpreter = *env.Case.Interpreter, c.Interpreter != nil
	if a := &env.Attorney; env.Represented && yes(a.PreparesForms) {
		env.Preparer = casefile.Helper{Name: a.Name, Business: a.Firm, Address: a.Address, Phone: a.Phone, Email: a.Email}
		env.HasPreparer, env.PreparedByCounsel, env.keys.attorneyPrepares = true, true, true
	}
}

// setClient finds whom the G-28 is for; the petitioner where the case does not say.
func (env *Env) setClient() {
	env.ClientRole = env.Attorney.Represents
	switch env.ClientRole {
	case "beneficiary":
		env.Client, env.keys.client = env.Beneficiary.Person, env.keys.beneficiaryKey()
	case "supporter":
		env.Client, env.keys.client = env.Supporter.Person, env.keys.supporterPerson
	default:
		env.ClientRole = "petitioner"
		env.Client, env.keys.client = env.Filer, env.keys.filer
	}
	env.CounselOfSupporter = env.Represented && env.keys.client == env.keys.supporterPerson
}
