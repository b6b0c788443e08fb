package readiness

import "testing"

func TestShapes(t *testing.T) {
	for _, c := range []struct {
		name  string
		shape func(string) bool
		good  []string
		bad   []string
	}{
		{
			"aNumber", aNumber,
			[]string{"", "012345678", "A012345678", "a 012-345-678", "A1234567"},
			[]string{"123456", "A0123456789", "IOE012345678", "A-"},
		},
		{
			"phone", phone,
			[]string{"", "718-555-0142", "(718) 555-0142", "1 718 555 0142", "+1 718 555 0142", "+961 6 555 014"},
			[]string{"555-0142", "+1 718 555 014", "+961", "718-555-0142 x3", "06 555 014", "961655501400", "+1234567890123456"},
		},
		{
			"email", email,
			[]string{"", "a@b.co", "rima.haddad@example.com"},
			[]string{"a", "@b.co", "a@", "a@b", "a@.co", "a@b.", "a b@c.de", "a@b@c.de", "a@b.co,c@d.ef"},
		},
		{
			"inUSA", inUSA,
			[]string{"United States", "USA", "U.S.A.", "us", "United States of America"},
			[]string{"", "Lebanon", "United Kingdom", "U.S. Virgin Islands"},
		},
		{
			"refused", refused,
			[]string{"refused", "Refusal under 221(g)", "denied", "Rejected"},
			[]string{"", "granted", "no interview offered", "pending"},
		},
		{
			"foreign", foreign,
			[]string{"Arabic", "fr", "Ukrainian"},
			[]string{"", " ", "English", "english (U.S.)", "en", "en-US"},
		},
		{
			"kin", kin,
			[]string{"niece", "Mother", "cousin"},
			[]string{"", "friend", "None", "self"},
		},
		{
			"immigrantPetition", immigrantPetition,
			[]string{"I-130", "i-140", "I-360"},
			[]string{"", "I-129", "I-131"},
		},
	} {
		for _, s := range c.good {
			if !c.shape(s) {
				t.Errorf("%s(%q) = false", c.name, s)
			}
		}
		for _, s := range c.bad {
			if c.shape(s) {
				t.Errorf("%s(%q) = true", c.name, s)
			}
		}
	}
}

func TestSupports(t *testing.T) {
	const urgent, benefit = "urgent_humanitarian_reasons", "significant_public_benefit"
	for _, c := range []struct {
		basis, ground string
		want          bool
	}{
		{"medical_treatment", urgent, true},
		{"medical_treatment", benefit, false},
		{"public_benefit", benefit, true},
		{"public_benefit", urgent, false},
		{"civil_court", urgent, true},
		{"civil_court", benefit, true},
		{"other", benefit, true},
	} {
		if got := supports(c.basis, c.ground); got != c.want {
			t.Errorf("supports(%s, %s) = %v", c.basis, c.ground, got)
		}
	}
}
