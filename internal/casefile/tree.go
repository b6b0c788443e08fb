package casefile

// kind is the JSON type of a node.
type kind uint8

// The JSON types.
const (
	nullNode kind = iota
	boolNode
	numberNode
	stringNode
	arrayNode
	objectNode
)

// String names the kind as a message does.
func (k kind) String() string {
	return [...]string{"null", "true or false", "a number", "a string", "a list", "an object"}[k]
}

// A node is one JSON value and where it stands.
type node struct {
	kind    kind
	in      *text
	at      int    // offset of its first byte
	raw     string // a string's decoded text, a number's or a word's spelling
	items   []*node
	members []member
	partial bool // the file broke off inside it, so what it lacks is not known
}

// A member is one key of an object with its value.
type member struct {
	key   string
	at    int // offset of the key
	in    *text
	value *node
}

// member returns the first member with the key.
func (n *node) member(key string) (member, bool) {
	if n == nil || n.kind != objectNode {
		return member{}, false
	}
	for _, m := range n.members {
		if m.key == key {
			return m, true
		}
	}
	return member{}, false
}

// given reports whether the value says anything: null, "" and what holds nothing else do not.
func (n *node) given() bool {
	if n == nil {
		return false
	}
	switch n.kind {
	case nullNode:
		return false
	case stringNode:
		return n.raw != ""
	case arrayNode:
		return len(n.items) > 0
	case objectNode:
		for _, m := range n.members {
			if m.value.given() {
				return true
			}
		}
		return false
	}
	return true
}
