package pdf

import (
	"errors"
	"sync"
)

// pageTree is how far the page tree of a document has been walked. /Count is
// never trusted: the walk goes as far as the page that is asked for.
type pageTree struct {
	mu     sync.Mutex
	begun  bool
	err    error // why the walk cannot go on
	stack  []branch
	leaves []leaf
	number map[int]int // object number of a page to its number
	seen   map[int]bool
	visits int // kids looked at

	regrown bool // the pages were searched for, as the tree has none
}

// branch is a node of the tree whose kids are being visited, and what they
// inherit from it.
type branch struct {
	kids Array
	from Dict
}

// leaf is a page that was found.
type leaf struct {
	ref  Ref  // the zero Ref for a page that stands inside its parent
	dict Dict // such a page
	from Dict
}

// inheritable are the attributes that a page may take from the nodes above it
// (ISO 32000-1, 7.7.3.4).
func inheritable() [4]Name { return [4]Name{"Resources", "MediaBox", "CropBox", "Rotate"} }

// inherit returns the attributes below node: its own, else those above it.
func inherit(above, node Dict) Dict {
	out := Dict{}
	for _, key := range inheritable() {
		if own, ok := node[key]; ok {
			out[key] = own
		} else if v, ok := above[key]; ok {
			out[key] = v
		}
	}
	return out
}

// walk finds pages until there are n of them or no more. The caller holds the
// tree's lock.
func (d *Document) walk(n int) error {
	t := &d.tree
	if !t.begun {
		root, err := d.Root()
		if err != nil {
			return err
		}
		t.begun, t.number, t.seen = true, map[int]int{}, map[int]bool{}
		t.stack = []branch{{kids: Array{root["Pages"]}}}
	}
	for t.err == nil && len(t.leaves) < n && len(t.stack) > 0 {
		top := &t.stack[len(t.stack)-1]
		if len(top.kids) == 0 {
			if t.stack = t.stack[:len(t.stack)-1]; len(t.stack) == 0 {
				d.regrow()
			}
			continue
		}
		kid := top.kids[0]
		top.kids = top.kids[1:]
		t.err = d.visit(kid, top.from)
	}
	return t.err
}

// regrow searches the file for its pages where its page tree has none.
func (d *Document) regrow() {
	t := &d.tree
	if len(t.leaves) > 0 || t.regrown || !d.repairs.has(RepairKid) {
		return
	}
	t.regrown = true
	d.seek()
	if d.found == nil {
		return
	}
	if kids := d.gather(d.found); len(kids) > 0 {
		d.repairs.note(RepairTree, 0)
		t.stack = []branch{{kids: kids}}
	}
}

// visit takes up one kid: a page becomes a leaf, a node a branch. A node met
// before and a kid that is neither add nothing; a page listed twice is shown
// twice, as in other readers.
func (d *Document) visit(kid Object, from Dict) error {
	t := &d.tree
	if t.visits++; t.visits > 8*d.limits.Pages {
		return malformed(-1, "page tree of more than %d nodes", 8*d.limits.Pages)
	}
	ref, _ := kid.(Ref)
	o, err := d.Resolve(kid)
	if err != nil && !damaged(err) {
		return err
	}
	node, _ := o.(Dict)
	if s, ok := o.(*Stream); ok && s.Dict["Type"] != nil { // else it is a content
		node = s.Dict
	}
	if isNode(node) {
		if t.seen[ref.Num] {
			d.repairs.note(RepairKid, ref.Num)
			return nil
		}
		t.seen[ref.Num] = ref.Num != 0
		return d.descend(node["Kids"], inherit(from, node), ref.Num)
	}
	if node == nil || !pageLike(node) {
		d.repairs.note(RepairKid, ref.Num)
		return nil
	}
	l := leaf{ref: ref, from: from}
	if ref.Num == 0 {
		l.dict = node
	} else if t.number[ref.Num] == 0 {
		t.number[ref.Num] = len(t.leaves) + 1
	}
	t.leaves = append(t.leaves, l)
	if len(t.leaves) > d.limits.Pages {
		return malformed(-1, "more than %d pages", d.limits.Pages)
	}
	return nil
}

// isNode tells whether a dictionary is a node of the page tree, whatever it
// calls itself: one with kids and without content.
func isNode(node Dict) bool {
	return node["Kids"] != nil && (node["Type"] != Name("Page") || node["Contents"] == nil)
}

// pageLike tells whether a dictionary can be a page: it says so, or says
// nothing, or has what pages have.
func pageLike(node Dict) bool {
	if kind := node["Type"]; node != nil && (kind == Name("Page") || kind == nil) {
		return true
	}
	return node["Contents"] != nil || node["MediaBox"] != nil
}

// descend makes a branch of the kids of the node num. A single page stands for
// an array of one.
func (d *Document) descend(kids Object, from Dict, num int) error {
	t := &d.tree
	if len(t.stack) >= d.limits.Depth {
		return malformed(-1, "page tree nested too deep")
	}
	o, err := d.Resolve(kids)
	if err != nil && !damaged(err) {
		return err
	}
	switch v := o.(type) {
	case Array:
		t.stack = append(t.stack, branch{kids: v, from: from})
	case Dict:
		t.stack = append(t.stack, branch{kids: Array{kids}, from: from})
	default:
		d.repairs.note(RepairKid, num)
	}
	return nil
}

// PageCount returns how many pages the document has, by walking its page tree
// (ISO 32000-1, 7.7.3).
func (d *Document) PageCount() (int, error) {
	d.tree.mu.Lock()
	defer d.tree.mu.Unlock()
	err := d.walk(d.limits.Pages + 1)
	return len(d.tree.leaves), err
}

// PageOf returns the number of the page with this reference, from 1.
func (d *Document) PageOf(ref Ref) (int, bool) {
	d.tree.mu.Lock()
	defer d.tree.mu.Unlock()
	if n, ok := d.tree.number[ref.Num]; ok {
		return n, true
	}
	if d.walk(d.limits.Pages+1) != nil {
		return 0, false
	}
	n, ok := d.tree.number[ref.Num]
	return n, ok
}

// errNoPage says that a page number lies outside the document.
var errNoPage = errors.New("no such page")

// leafOf returns page n of the tree.
func (d *Document) leafOf(n int) (leaf, error) {
	d.tree.mu.Lock()
	defer d.tree.mu.Unlock()
	if err := d.walk(n); err != nil && n > len(d.tree.leaves) {
		return leaf{}, err
	}
	if n < 1 || n > len(d.tree.leaves) {
		return leaf{}, errNoPage
	}
	return d.tree.leaves[n-1], nil
}
