package readiness

import "slices"

// cites reports whether id is the id of an exhibit; an empty or unknown id has a finding elsewhere.
func (c *check) cites(id string) bool { return c.exhibits[id] != nil }

// shows reports whether the exhibit id is said to prove what, for the person about.
func (c *check) shows(id, what, about string) bool {
	x := c.exhibits[id]
	return x != nil && slices.Contains(x.Proves, what) && covers(x.For, about)
}

// covers reports whether an exhibit's `for` reaches a person; an empty list is for everybody.
func covers(people []string, about string) bool {
	return len(people) == 0 || slices.Contains(people, about)
}

// proven reports whether any exhibit is said to prove one of the words for the person about;
// an empty about asks for the case as a whole.
func (c *check) proven(about string, words ...string) bool {
	for _, x := range c.Case.Exhibits {
		for _, w := range words {
			if slices.Contains(x.Proves, w) && (about == "" || covers(x.For, about)) {
				return true
			}
		}
	}
	return false
}
