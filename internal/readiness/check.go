package readiness

import (
	"fmt"
	"strings"

	"parolepack/internal/casefile"
	"parolepack/internal/finding"
)

// A check is one run of the table over one case.
type check struct {
	Input
	rule     rule
	list     finding.List
	exhibits map[string]*casefile.Exhibit
}

// newCheck indexes the exhibits by id; where an id stands twice the first one counts.
func newCheck(in Input) *check {
	c := &check{Input: in, exhibits: map[string]*casefile.Exhibit{}}
	for i := range in.Case.Exhibits {
		x := &in.Case.Exhibits[i]
		if _, twice := c.exhibits[x.ID]; !twice {
			c.exhibits[x.ID] = x
		}
	}
	return c
}

// say adds a finding of the running rule about the person or exhibit about, at the key path.
func (c *check) say(path, about, summary string, args ...any) {
	c.sayDo(c.rule.do, path, about, summary, args...)
}

// sayDo is say with a nearer way out than the rule's own.
func (c *check) sayDo(do, path, about, summary string, args ...any) {
	c.list = append(c.list, finding.Finding{
		Code: c.rule.code, Severity: c.rule.severity, Place: c.at(path), About: about,
		Summary: fmt.Sprintf(summary, args...), Do: do, Rule: c.rule.law,
	})
}

// at places a path, and always keeps the path itself.
func (c *check) at(path string) finding.Place {
	if c.Place == nil {
		return finding.Place{Path: path}
	}
	p := c.Place(path)
	p.Path = path
	return p
}

// blank reports whether a text is not given: nothing but white space.
func blank(s string) bool { return strings.TrimSpace(s) == "" }

// item is the path of one element of a list.
func item(path string, i int) string { return fmt.Sprintf("%s[%d]", path, i) }
