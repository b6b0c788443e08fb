package plan

import (
	"parolepack/internal/finding"
)

// A Rule is one thing that the plan itself finds, as docs/findings.md lists it.
type Rule struct {
	// Code is stable across releases; What says in general what is noticed, Do the way out, Law what it rests on.
	Code     string
	Severity finding.Severity
	What, Do string
	Law      string
}

// Rules lists what the plan finds beside the readiness rules, in the order of docs/findings.md.
func Rules() []Rule {
	return []Rule{blankRule(), tooLongRule(), unreadableRule(), transliterationRule(), boxRule()}
}
