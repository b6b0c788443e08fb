package casefile

import (
	"reflect"
	"slices"
)

// A Firm is the firm.json that stands in or above the folders of cases: what all of a firm's
// cases share, so that they can leave it out.
type Firm struct {
	Schema     string      `json:"$schema,omitempty" desc:"The JSON Schema that editors use."`
	Attorney   *Attorney   `json:"attorney,omitempty" desc:"The attorney of every case that names none."`
	Letterhead *Letterhead `json:"letterhead,omitempty" desc:"What stands at the head of the firm's letters."`
	FileBy     string      `json:"file_by,omitempty" enum:"mail|courier|online" desc:"How packets travel, where a case does not say."`
	Notify     *bool       `json:"notify,omitempty" desc:"Whether a G-1145 goes with each application, where a case does not say."`
	Settings   *Settings   `json:"settings,omitempty" desc:"How packets are put together, where a case does not say."`
}

// readFirm parses and checks the firm's file; the tree is nil where there is none.
func readFirm(firm *Source, problems *Problems) (root *node, whole bool) {
	if firm == nil {
		return nil, true
	}
	root, whole = readTree(newText(firm.Name, 1, firm.Data), problems)
	if root == nil {
		return nil, whole
	}
	d := newDecoder(problems, nil)
	d.value(root, reflect.ValueOf(&Firm{}).Elem(), "", field{})
	d.checkCards(root, "")
	return root, whole
}

// graft gives the case the firm's values for the keys that it leaves out, with their places in
// the firm's file. A key that says null keeps its null: it stands for none. The attorney of the
// firm is added to key by key only where the case names no attorney of its own, so that two
// people's data never mix.
func graft(root, firm *node) {
	if firm == nil || root.kind != objectNode {
		return
	}
	for _, key := range []string{"attorney", "letterhead", "file_by", "notify", "settings"} {
		own, ok := root.member(key)
		theirs, has := firm.member(key)
		switch {
		case !has:
		case !ok:
			root.members = append(root.members, theirs)
		case key == "settings", key == "attorney" && !holds(own.value, "name"):
			merge(own.value, theirs.value)
		}
	}
}

// holds reports whether an object gives a key.
func holds(n *node, key string) bool {
	_, ok := n.member(key)
	return ok
}

// merge adds the members that an object leaves out.
func merge(own, theirs *node) {
	if own.kind != objectNode || theirs.kind != objectNode {
		return
	}
	for _, m := range theirs.members {
		if !slices.ContainsFunc(own.members, func(o member) bool { return o.key == m.key }) {
			own.members = append(own.members, m)
		}
	}
}
