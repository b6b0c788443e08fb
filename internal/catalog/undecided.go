package catalog

import (
	"errors"
	"fmt"
)

// mostUndecided is how many open decisions of a draft are told one by one.
const mostUndecided = 20

// decided refuses a draft in which anything is open, with the lines of the first decisions: a draft never fills a form.
func (m *mapFile) decided(file string) error {
	var errs []error
	count := 0
	open := func(line int, what, why string) {
		if why == "" {
			return
		}
		if count++; count <= mostUndecided {
			errs = append(errs, atLine(file, line, "%s is undecided: %s; correct it and drop the line", what, why))
		}
	}
	open(m.Line, "the head", m.Undecided)
	for _, s := range m.Additional.Slots {
		open(s.Line, "a slot", s.Undecided)
	}
	for _, a := range m.Additional.Also {
		open(a.Line, "the answer to "+a.Item, a.Undecided)
	}
	for _, s := range m.Signatures {
		open(s.Line, "signature "+s.Item, s.Undecided)
	}
	for _, f := range m.Fields {
		open(f.Line, "field "+f.Name, f.Undecided)
	}
	if count > mostUndecided {
		errs = append(errs, fmt.Errorf("%s: %d more entries are undecided", file, count-mostUndecided))
	}
	return errors.Join(errs...)
}
