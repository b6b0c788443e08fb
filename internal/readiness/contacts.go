package readiness

import "parolepack/internal/casefile"

// A contact is anybody with numbers to reach them, and the key that holds them.
type contact struct {
	path, about, email, account string
	phone                       casefile.Phone
}

// contacts lists everybody in the case who can be reached: persons, the attorney, interpreters
// and the preparer.
func (c *check) contacts() []contact {
	var list []contact
	for _, p := range c.everyone() {
		list = append(list, contact{p.path, p.about, p.Email, p.USCISAccount, p.Phone})
	}
	if a := c.Case.Attorney; a != nil {
		list = append(list, contact{"attorney", "attorney", a.Email, a.USCISAccount, a.Phone})
	}
	for _, h := range c.assistants() {
		list = append(list, contact{h.path, h.about, h.Email, "", h.Phone})
	}
	return list
}

// An assistant is an interpreter or preparer and the key that holds them.
type assistant struct {
	path, about string
	interprets  bool
	*casefile.Helper
}

// assistants lists the interpreters and the preparer of the case.
func (c *check) assistants() []assistant {
	list := []assistant{
		{"interpreter", "interpreter", true, c.Case.Interpreter},
		{"preparer", "preparer", false, c.Case.Preparer},
	}
	for _, s := range c.backers() {
		list = append(list, assistant{s.key("interpreter"), s.ID, true, s.Interpreter})
	}
	var given []assistant
	for _, a := range list {
		if a.Helper != nil {
			given = append(given, a)
		}
	}
	return given
}

// A dependent is one row of a supporter's dependents and the key that holds it.
type dependent struct {
	path, about string
	casefile.Dependent
}

// dependents lists every row of every supporter.
func (c *check) dependents() []dependent {
	var list []dependent
	for _, s := range c.backers() {
		for i, d := range s.Dependents {
			list = append(list, dependent{item(s.key("dependents"), i), s.ID, d})
		}
	}
	return list
}
