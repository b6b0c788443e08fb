package casefile

import "strings"

// A conditional struct wants some optional keys, given what its other keys say.
type conditional interface {
	// alsoRequired returns dotted paths within the struct.
	alsoRequired() []string
}

// alsoRequired returns the petitioner's name, which a self-petitioner gives as the beneficiary.
func (p *Petitioner) alsoRequired() []string {
	if p.Self {
		return nil
	}
	return []string{"name"}
}

// alsoRequired returns what tells one beneficiary from another.
func (b *Beneficiary) alsoRequired() []string { return []string{"name", "born", "born.date"} }

// alsoRequired returns the name of a supporter who is named nowhere else in the file, and of the
// person who signs for an organization.
func (s *Supporter) alsoRequired() []string {
	switch s.Is {
	case "other":
		return []string{"name"}
	case "organization":
		return []string{"organization"}
	}
	return nil
}

// alsoRequired tells the keys that an object lacks given its others. What lies within a missing
// key is not told again.
func (d *decoder) alsoRequired(n *node, path string, c conditional) {
	for _, want := range c.alsoRequired() {
		parent, key := n, want
		if dot := strings.LastIndexByte(want, '.'); dot >= 0 {
			_, _, parent = find(n, want[:dot])
			key = want[dot+1:]
			if !parent.given() || parent.kind != objectNode || parent.partial {
				continue
			}
		}
		if m, ok := parent.member(key); !ok {
			d.report(parent, under(path, want), Problem{Code: MissingKey, Want: `the key "` + key + `"`})
		} else if !m.value.given() {
			d.report(m.value, under(path, want), nothingThere())
		}
	}
}
