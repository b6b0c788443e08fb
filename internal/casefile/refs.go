package casefile

import (
	"fmt"
	"strings"
)

// spoil notes that a list's ids are not all known, so that nothing is called dangling for it.
func (d *decoder) spoil(f field) {
	if f.id != "" {
		d.spoiled[f.id] = true
	}
}

// mention notes an id that an entry gives or that something cites.
func (d *decoder) mention(n *node, path string, f field) {
	if f.id != "" {
		d.ids[f.id] = append(d.ids[f.id], mention{f.id, n.raw, n, path})
	}
	if f.ref != "" && n.raw != "" {
		d.refs = append(d.refs, mention{f.ref, n.raw, n, path})
	}
}

// checkIDs tells ids that two entries of a list share.
func (d *decoder) checkIDs() {
	for _, list := range []string{"beneficiaries", "supporters", "exhibits"} {
		first := map[string]mention{}
		for _, m := range d.ids[list] {
			if f, ok := first[m.id]; ok {
				d.report(m.node, m.path, Problem{
					Code: DuplicateID, Found: quoted(m.id) + " a second time",
					Suggestion: fmt.Sprintf("the first is %s", strings.TrimSuffix(f.path, ".id")),
				})
				continue
			}
			first[m.id] = m
		}
	}
}

// checkRefs tells ids that something cites and no entry gives.
func (d *decoder) checkRefs() {
	for _, ref := range d.refs {
		if d.spoiled[ref.list] {
			continue
		}
		var known []string
		found := false
		for _, m := range d.ids[ref.list] {
			known = append(known, m.id)
			found = found || m.id == ref.id
		}
		if !found {
			d.report(ref.node, ref.path, Problem{
				Code: Dangling, Found: quoted(ref.id), Want: "the id of an entry in " + ref.list,
				Suggestion: orList(ref.id, known),
			})
		}
	}
}

// orList suggests a near id, or names them all where they are few.
func orList(id string, known []string) string {
	if s := didYouMean(id, known); s != "" {
		return s
	}
	if len(known) == 0 {
		return "there is none"
	}
	if len(known) > 6 {
		return ""
	}
	return "there is " + strings.Join(known, ", ")
}
