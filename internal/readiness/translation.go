package readiness

import (
	"slices"
	"strings"

	"parolepack/internal/casefile"
	"parolepack/internal/finding"
)

const translationLaw = "8 CFR 103.2(b)(3)"

// translationRules asks of every document in another language for a full English translation
// with the translator's certificate.
func translationRules() []rule {
	return []rule{
		{
			"translation-missing", finding.Blocker,
			"A document that is not in English has no English translation.",
			"Add translation with file, certificate and translator.", translationLaw, translationMissing,
		},
		{
			"translation-certificate-missing", finding.Blocker,
			"A translation has no translator's certificate.",
			"Add the translator's signed certificate that the translation is complete and accurate and that the translator is competent.",
			translationLaw, certificateMissing,
		},
		{
			"translation-translator-missing", finding.Blocker,
			"A translation does not name its translator.",
			"Write the translator's name as it stands in the certificate.", translationLaw, translatorMissing,
		},
		{
			"translation-by-party", finding.Warning,
			"The translator is a party to the case, which invites doubt.",
			"Have somebody else translate, or accept this under waivers.", translationLaw, translationByParty,
		},
	}
}

func translationMissing(c *check) {
	for i, x := range c.Case.Exhibits {
		path := item("exhibits", i)
		switch t := x.Translation; {
		case t == nil && foreign(x.Language):
			c.say(path+".translation", x.ID, "Exhibit %s is not in English and has no translation.", x.ID)
		case t != nil && blank(t.File):
			c.say(path+".translation.file", x.ID, "The translation of exhibit %s has no file.", x.ID)
		}
	}
}

func certificateMissing(c *check) {
	for _, t := range c.translations() {
		if blank(t.Certificate) {
			c.say(t.path+".certificate", t.about, "The translation of exhibit %s has no translator's certificate.", t.about)
		}
	}
}

func translatorMissing(c *check) {
	for _, t := range c.translations() {
		if blank(t.Translator) {
			c.say(t.path+".translator", t.about, "The translation of exhibit %s does not name its translator.", t.about)
		}
	}
}

func translationByParty(c *check) {
	var parties []string
	for _, p := range c.everyone() {
		parties = append(parties, spoken(p.Name.Given+" "+p.Name.Family), spoken(p.Name.Given+" "+p.Name.Middle+" "+p.Name.Family))
	}
	for _, t := range c.translations() {
		if !blank(t.Translator) && slices.Contains(parties, spoken(t.Translator)) {
			c.say(t.path+".translator", t.about, "The translator of exhibit %s is a party to the case.", t.about)
		}
	}
}

// A rendering is the translation of an exhibit and the key that holds it.
type rendering struct {
	path, about string
	*casefile.Translation
}

// translations lists the translations that the case gives.
func (c *check) translations() []rendering {
	var list []rendering
	for i, x := range c.Case.Exhibits {
		if x.Translation != nil {
			list = append(list, rendering{item("exhibits", i) + ".translation", x.ID, x.Translation})
		}
	}
	return list
}

// foreign reports whether a language is given and is not English.
func foreign(language string) bool {
	l := strings.ToLower(strings.TrimSpace(language))
	return l != "" && l != "en" && !strings.HasPrefix(l, "english") && !strings.HasPrefix(l, "en-")
}

// spoken folds a name to one spelling, so that case and spaces do not count.
func spoken(name string) string { return strings.ToLower(strings.Join(strings.Fields(name), " ")) }
