package assemble

import "parolepack/internal/pdf"

// maxChain bounds how far a chain of actions is followed.
const maxChain = 64

// action counts an action and those that come after it (ISO 32000-1, 12.6.2). A destination, which may stand in its place,
// does no more than show a page.
func (l *ledger) action(o pdf.Object) { l.chain(o, maxChain) }

func (l *ledger) chain(o pdf.Object, depth int) {
	v, err := l.doc.Resolve(o)
	if err != nil || depth == 0 {
		return
	}
	switch v := v.(type) {
	case pdf.Array:
		for _, item := range v {
			if _, ok := item.(pdf.Integer); !ok {
				l.chain(item, depth-1)
			}
		}
	case pdf.Dict:
		if kind, _ := l.doc.Name(v["S"]); kind != "" && !l.again(o) {
			l.add(actionKind(kind, v["JS"] != nil))
			l.chain(v["Next"], depth-1)
		}
	}
}

// triggers counts the actions of an /AA (12.6.3).
func (l *ledger) triggers(o pdf.Object) {
	events, err := l.doc.Dict(o)
	if err != nil || l.again(o) {
		return
	}
	for _, action := range events {
		l.action(action)
	}
}

// actionKind says what an action would do; script tells that it holds one, as a rendition may. To show a page of the same
// file is nothing lost.
func actionKind(s pdf.Name, script bool) string {
	switch {
	case s == "JavaScript", script:
		return lostScripts
	case s == "Launch":
		return lostLaunches
	case s == "SubmitForm":
		return lostSubmits
	case s == "ImportData":
		return lostImports
	case s == "GoToR", s == "GoToE":
		return lostElsewhere
	case s == "GoTo":
		return ""
	}
	return lostActions
}
