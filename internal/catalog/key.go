package catalog

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"parolepack/internal/casefile"
)

// keys remembers where in the case file the parts of an Env came from.
type keys struct {
	beneficiary, supporter         int
	filer, supporterPerson, client string
	// requestor is who asks for a fee waiver; the others are where what they say stands.
	requestor, marital, guardian, employment, readsEnglish string
	// own are the personal keys that the supporter gives itself.
	own              []string
	attorneyPrepares bool
}

func (k keys) beneficiaryKey() string { return indexed("beneficiaries", k.beneficiary) }
func (k keys) supporterKey() string   { return indexed("supporters", k.supporter) }

func indexed(list string, i int) string {
	if i < 0 {
		return list
	}
	return fmt.Sprintf("%s[%d]", list, i)
}

// Key returns the case file's key for a source of an expression (Expr.From):
// beneficiary.request.reasons becomes beneficiaries[0].request.reasons, and the physical address
// of somebody who lives where their mail goes becomes their mailing address.
func (env *Env) Key(source string) string {
	root, rest, _ := strings.Cut(source, ".")
	base, ok := env.root(root, &rest)
	if !ok {
		return source
	}
	key := base
	if rest != "" {
		key = strings.TrimPrefix(base+"."+rest, ".")
	}
	return env.sameAddress(root, key)
}

// root returns the key that a name of Env stands for; some change the rest of the path.
func (env *Env) root(name string, rest *string) (string, bool) {
	k := env.keys
	switch name {
	case "case":
		return "", true
	case "filer":
		return k.filer, true
	case "beneficiary":
		return k.beneficiaryKey(), true
	case "client":
		return k.client, true
	case "supporter":
		return k.supporterRoot(*rest), true
	case "preparer":
		return k.preparerRoot(rest), true
	case "requestor":
		return k.requestorRoot(rest), true
	case "supporter_interpreter", "has_supporter_interpreter":
		return k.supporterKey() + ".interpreter", true
	case "supports_self":
		return k.supporterKey() + ".is", true
	}
	return switchRoot(name, k)
}

// switchRoot returns the key behind the names that stand for a fact of the case.
func switchRoot(name string, k keys) (string, bool) {
	switch name {
	case "petitioner", "attorney", "interpreter", "notify", "fee_waiver":
		return name, true
	case "self":
		return "petitioner.self", true
	case "represented":
		return "attorney", true
	case "prepared_by_counsel":
		return "attorney.prepares_forms", true
	case "has_preparer":
		if k.attorneyPrepares {
			return "attorney.prepares_forms", true
		}
		return "preparer", true
	case "has_interpreter":
		return "interpreter", true
	case "expedite_requested":
		return "expedite", true
	case "client_role", "counsel_goes_on", "counsel_of_supporter":
		return "attorney.represents", true
	case "fee_usd":
		return k.beneficiaryKey() + ".payment.fee", true
	}
	return "", false
}

// supporterRoot sends a supporter's personal data to the person that the supporter is.
func (k keys) supporterRoot(rest string) string {
	first, _, _ := strings.Cut(rest, ".")
	first, _, _ = strings.Cut(first, "[")
	if slices.Contains(personKeys(), first) && !slices.Contains(k.own, first) {
		return k.supporterPerson
	}
	return k.supporterKey()
}

// ownKeys returns the personal keys that a person gives.
func ownKeys(p casefile.Person) []string {
	var own []string
	v := reflect.ValueOf(p)
	for i := range v.NumField() {
		if given(v.Field(i).Interface()) {
			own = append(own, v.Type().Field(i).Tag.Get("expr"))
		}
	}
	return own
}

// preparerRoot sends a preparer who is the attorney to the attorney's keys.
func (k keys) preparerRoot(rest *string) string {
	if !k.attorneyPrepares {
		return "preparer"
	}
	if *rest == "business" {
		*rest = "firm"
	}
	return "attorney"
}

// sameAddress follows "same" to the address that it repeats.
func (env *Env) sameAddress(root, key string) string {
	const physical, mailing = ".physical_address", ".mailing_address"
	i := strings.Index(key, physical)
	if i < 0 {
		return key
	}
	person, ok := env.person(root)
	if strings.HasSuffix(key, physical+".same") {
		return strings.TrimSuffix(key, ".same") // the case file says it as the address itself
	}
	if ok && !elsewhere(person) {
		return key[:i] + mailing + key[i+len(physical):]
	}
	return key
}
