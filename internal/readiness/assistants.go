package readiness

import "parolepack/internal/finding"

// assistantRules ask for what the forms want of interpreters and preparers.
func assistantRules() []rule {
	return []rule{
		{
			"assistant-incomplete", finding.Blocker,
			"An interpreter or preparer lacks a name or a daytime telephone number.",
			"Give name and phone.day.", "I-131 Parts 11 and 12; I-134 Parts 6 and 7", assistantIncomplete,
		},
		{
			"interpreter-language-missing", finding.Blocker,
			"An interpreter's language is not given.",
			"Write language, as in Arabic.", "I-131 Part 11; I-134 Part 6", interpreterLanguageMissing,
		},
	}
}

func assistantIncomplete(c *check) {
	for _, a := range c.assistants() {
		switch {
		case blank(a.Name.Family):
			c.say(a.path+".name", a.about, "The %s lacks a name.", a.role())
		case blank(a.Phone.Day):
			c.say(a.path+".phone.day", a.about, "The %s lacks a daytime telephone number.", a.role())
		}
	}
}

func interpreterLanguageMissing(c *check) {
	for _, a := range c.assistants() {
		if a.interprets && blank(a.Language) {
			c.say(a.path+".language", a.about, "The case does not say which language the interpreter speaks.")
		}
	}
}

// role is what a sentence calls the assistant.
func (a assistant) role() string {
	if a.interprets {
		return "interpreter"
	}
	return "preparer"
}
