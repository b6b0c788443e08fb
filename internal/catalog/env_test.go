package catalog

import (
	"encoding/json"
	"reflect"
	"sync"
	"testing"

	"parolepack/internal/casefile"
)

// TestEnvIsComplete wants no missing object anywhere in the view of an empty case, and wants
// every expression of every map to run on it.
func TestEnvIsComplete(t *testing.T) {
	c := load(t)
	for name, env := range map[string]*Env{
		"empty":   NewEnv(&casefile.Case{}, -1, -1),
		"outside": NewEnv(&casefile.Case{}, 3, 3),
		"medical": NewEnv(medical(t), 0, 0),
		"awkward": NewEnv(awkward(t), 0, -1),
	} {
		t.Run(name, func(t *testing.T) {
			wantComplete(t, reflect.ValueOf(env).Elem(), "env")
			for _, e := range c.Editions() {
				dump(t, e, env)
			}
		})
	}
}

func wantComplete(t *testing.T, v reflect.Value, path string) {
	t.Helper()
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			wantComplete(t, v.Field(i), path+"."+v.Type().Field(i).Name)
		}
	case reflect.Pointer:
		if v.Type().Elem().Kind() != reflect.Struct {
			return
		}
		if v.IsNil() {
			t.Errorf("%s is missing", path)
			return
		}
		wantComplete(t, v.Elem(), path)
	case reflect.Slice:
		for i := range v.Len() {
			wantComplete(t, v.Index(i), path)
		}
	}
}

// TestEnvIsACopy wants the case as it was, and the view as it was when the case changes.
func TestEnvIsACopy(t *testing.T) {
	c := medical(t)
	before, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	env := NewEnv(c, 0, 0)
	if after, _ := json.Marshal(c); string(before) != string(after) {
		t.Errorf("the case changed: %s", after)
	}
	c.Petitioner.MailingAddress.City = "Queens"
	c.Petitioner.OtherNames[0].Family = "Other"
	c.Supporters[0].Relationship["nour"] = "cousin"
	*c.Petitioner.RefugeeStatus = true
	if env.Filer.MailingAddress.City != "Brooklyn" || env.Filer.OtherNames[0].Family != "El-Haddad" ||
		env.Supporter.Relationship["nour"] != "uncle" || yes(env.Filer.RefugeeStatus) {
		t.Error("the view shares memory with the case")
	}
}

func TestRoles(t *testing.T) {
	c := medical(t)
	env := NewEnv(c, 0, 0)
	if env.Self || env.Filer.Name.Given != "Samir" || env.Supporter.Name.Given != "Samir" || env.Client.Name.Given != "Samir" {
		t.Errorf("filer %v, supporter %v, client %v", env.Filer.Name, env.Supporter.Name, env.Client.Name)
	}
	if !env.Represented || !env.HasPreparer || env.Preparer.Business != "Okafor & Lindqvist LLP" || env.HasInterpreter || !env.Notify || !env.ExpediteRequested {
		t.Errorf("%+v", env.Preparer)
	}
	c.Notify, c.Expedite = ptr(false), nil
	c.Attorney.Represents = "beneficiary"
	c.Supporters[0].Is, c.Supporters[0].Email = "beneficiary", "desk@example.org"
	c.Supporters[0].Interpreter = &casefile.Helper{Language: "French"}
	env = NewEnv(c, 0, 0)
	if env.Notify || env.ExpediteRequested || env.Client.Name.Given != "Nour" || env.ClientRole != "beneficiary" {
		t.Errorf("client %v as %s", env.Client.Name, env.ClientRole)
	}
	if env.Supporter.Name.Given != "Nour" || env.Supporter.Email != "desk@example.org" || !env.HasSupporterInterpreter {
		t.Errorf("supporter %+v", env.Supporter.Person)
	}
	c.Attorney = nil
	env = NewEnv(c, 0, -1)
	if env.Represented || env.HasPreparer || env.ClientRole != "petitioner" {
		t.Errorf("nobody represents: %+v", env.Preparer)
	}
	if self := NewEnv(selfPetition(t), 0, -1); !self.Self || self.Filer.Name.Given != "Nour" {
		t.Errorf("self-petitioner %v", self.Filer.Name)
	}
}

// TestSupporterClient sees the first supporter beside a form that has none, for the G-28 of an
// attorney who represents the supporter.
func TestSupporterClient(t *testing.T) {
	c := medical(t)
	c.Attorney.Represents = "supporter"
	env := NewEnv(c, 0, -1)
	if env.Client.Name.Given != "Samir" || env.Supporter.ID != "samir" || env.ClientRole != "supporter" {
		t.Errorf("client %v, supporter %q", env.Client.Name, env.Supporter.ID)
	}
	c.Beneficiaries[0].Supporters = nil
	if env = NewEnv(c, 0, -1); env.Client.Name.Given != "" {
		t.Errorf("client %v", env.Client.Name)
	}
}

func TestKey(t *testing.T) {
	c := medical(t)
	c.Beneficiaries = append([]casefile.Beneficiary{{ID: "rima"}}, c.Beneficiaries...)
	c.Supporters[0].Email = "samir@work.example"
	env := NewEnv(c, 1, 0)
	prepared := NewEnv(awkward(t), 0, -1)
	self := NewEnv(selfPetition(t), 0, -1)
	tests := []struct {
		env          *Env
		source, want string
	}{
		{env, "beneficiary.request.reasons", "beneficiaries[1].request.reasons"},
		{env, "filer.name.family", "petitioner.name.family"},
		{env, "filer", "petitioner"},
		{env, "petitioner.ssn", "petitioner.ssn"},
		{env, "filer.physical_address.street", "petitioner.mailing_address.street"},
		{env, "beneficiary.physical_address.city", "beneficiaries[1].mailing_address.city"},
		{env, "filer.other_names[1].given", "petitioner.other_names[1].given"},
		{env, "filer.physical_address.same", "petitioner.physical_address"},
		{env, "supporter.name.family", "petitioner.name.family"},
		{env, "supporter.email", "supporters[0].email"},
		{env, "supporter.assets[0].type", "supporters[0].assets[0].type"},
		{env, "supporter_interpreter.name", "supporters[0].interpreter.name"},
		{env, "has_supporter_interpreter", "supporters[0].interpreter"},
		{env, "attorney.bar_number", "attorney.bar_number"},
		{env, "preparer.business", "attorney.firm"},
		{env, "preparer.name.family", "attorney.name.family"},
		{env, "has_preparer", "attorney.prepares_forms"},
		{env, "client.email", "petitioner.email"},
		{env, "client_role", "attorney.represents"},
		{env, "represented", "attorney"},
		{env, "self", "petitioner.self"},
		{env, "expedite_requested", "expedite"},
		{env, "notify", "notify"},
		{env, "interpreter.language", "interpreter.language"},
		{env, "has_interpreter", "interpreter"},
		{env, "case.case_number", "case_number"},
		{env, "fee_usd", "beneficiaries[1].payment.fee"},
		{env, "unheard.of", "unheard.of"},
		{prepared, "preparer.business", "preparer.business"},
		{prepared, "has_preparer", "preparer"},
		{prepared, "filer.physical_address.street", "petitioner.physical_address.street"},
		{prepared, "client.name.given", "petitioner.name.given"},
		{self, "filer.name.family", "beneficiaries[0].name.family"},
		{NewEnv(c, -1, -1), "supporter.assets", "supporters.assets"},
	}
	for _, tt := range tests {
		if got := tt.env.Key(tt.source); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.source, got, tt.want)
		}
	}
}

func TestFrom(t *testing.T) {
	tests := []struct {
		source string
		want   []string
	}{
		{`filer.name.family`, []string{"filer.name.family"}},
		{`self ? "" : beneficiary.name.family`, []string{"beneficiary.name.family"}},
		{`self ? "x" : ""`, []string{"self"}},
		{`full_name(filer.name) + " " + full_name(filer.name)`, []string{"filer.name"}},
		{`nth_name(filer.other_names, 2).given`, []string{"filer.other_names[1].given"}},
		{`lives(beneficiary).unit.number`, []string{"beneficiary.physical_address.unit.number"}},
		{`state(lives(filer))`, []string{"filer.physical_address.state"}},
		{`unit_is(filer.mailing_address, "apt") ? "x" : ""`, []string{"filer.mailing_address.unit.type"}},
		{`supporter.relationship[beneficiary.id]`, []string{"supporter.relationship", "beneficiary.id"}},
		{`case.beneficiaries[0].id`, []string{"case.beneficiaries[0].id"}},
		{`"fixed"`, nil},
	}
	c := newCompiler()
	for _, tt := range tests {
		e, err := c.compile(tt.source, outcomeText)
		if err != nil {
			t.Error(err)
			continue
		}
		if !reflect.DeepEqual(e.From, tt.want) {
			t.Errorf("%s: %q, want %q", tt.source, e.From, tt.want)
		}
	}
}

// TestConcurrent fills many copies at once, as a batch does; run it with -race.
func TestConcurrent(t *testing.T) {
	c := load(t)
	e, _ := c.Current("I-131")
	shared := NewEnv(medical(t), 0, -1)
	want := dump(t, e, shared)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if dump(t, e, shared) != want {
				t.Error("another value")
			}
		})
	}
	wg.Wait()
}
