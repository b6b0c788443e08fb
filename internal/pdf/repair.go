package pdf

import "sync"

// RepairKind names one way in which a file was mended while it was read. The
// names are stable.
type RepairKind string

// The kinds of repair, in the order in which Document.Repairs lists them. The
// sections are those of ISO 32000-1 that the file broke.
const (
	// RepairXRef: the cross-reference could not be used and was made anew by a
	// search of the file for its objects (7.5.4, 7.5.5, 7.5.8).
	RepairXRef RepairKind = "xref-rebuilt"
	// RepairEarlier: the newest version of the file cannot be opened, and an
	// earlier one that stands before it was (7.5.6).
	RepairEarlier RepairKind = "earlier-version"
	// RepairEncryption: the file claims to be encrypted and does not say how;
	// it was read as it stands (7.6.1).
	RepairEncryption RepairKind = "encryption-ignored"
	// RepairEntry: an object was not where its entry says and was found
	// elsewhere in the file (7.5.4).
	RepairEntry RepairKind = "xref-entry"
	// RepairDuplicate: a search found several objects of one number, of which
	// the last holds (7.5.6).
	RepairDuplicate RepairKind = "duplicate-object"
	// RepairObject: an object breaks off or breaks the grammar, and holds what
	// could be read of it (7.3).
	RepairObject RepairKind = "object"
	// RepairLength: a stream is not as long as it says and ends at its
	// `endstream` or `endobj` (7.3.8.2).
	RepairLength RepairKind = "stream-length"
	// RepairCut: a stream has no end and goes on to the next object or to the
	// end of the file (7.3.8.1).
	RepairCut RepairKind = "stream-cut"
	// RepairTree: the page tree is lost and the pages were gathered in the order
	// in which they stand in the file, or from the branch that was found (7.7.3).
	RepairTree RepairKind = "page-tree"
	// RepairKid: a place in the page tree leads to no page (7.7.3.2).
	RepairKid RepairKind = "page-missing"
	// RepairContent: a part of a page's content is missing (7.8.2).
	RepairContent RepairKind = "content-missing"
	// RepairResources: a page's resources are no dictionary (7.8.3).
	RepairResources RepairKind = "resources"
	// RepairMediaBox: a page gives no sheet that makes sense, and is taken for
	// Letter (14.11.2).
	RepairMediaBox RepairKind = "media-box"
)

// repairKinds lists the kinds with what each says for people.
func repairKinds() []Repair {
	return []Repair{
		{Kind: RepairXRef, What: "a rebuilt table of objects"},
		{Kind: RepairEarlier, What: "an earlier version in place of one that cannot be opened"},
		{Kind: RepairEncryption, What: "encryption without a key"},
		{Kind: RepairEntry, What: "an object at the wrong place"},
		{Kind: RepairDuplicate, What: "an object that stands more than once"},
		{Kind: RepairObject, What: "an object that breaks off"},
		{Kind: RepairLength, What: "a stream of the wrong length"},
		{Kind: RepairCut, What: "a stream that breaks off"},
		{Kind: RepairTree, What: "a lost page tree"},
		{Kind: RepairKid, What: "a missing page"},
		{Kind: RepairContent, What: "missing content of a page"},
		{Kind: RepairResources, What: "missing resources of a page"},
		{Kind: RepairMediaBox, What: "a page without a size"},
	}
}

// A Repair is one kind of mending that a file needed.
type Repair struct {
	Kind RepairKind
	// Count is how many objects or pages needed it, at most 10000.
	Count int
	// What names one of them for people, as a noun phrase.
	What string
}

// Lossy tells whether something of the file may not be shown, or not as it was
// meant: what a person should look at.
func (r Repair) Lossy() bool {
	switch r.Kind {
	case RepairEntry, RepairDuplicate, RepairLength:
		return false
	}
	return true
}

// maxRepairs bounds how many repairs of one kind are told apart.
const maxRepairs = 10000

// repairs gathers what was mended, each object or page once a kind.
type repairs struct {
	mu   sync.Mutex
	seen map[RepairKind]map[int]bool
}

// note keeps that object or page num was mended.
func (r *repairs) note(kind RepairKind, num int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.seen == nil {
		r.seen = map[RepairKind]map[int]bool{}
	}
	if r.seen[kind] == nil {
		r.seen[kind] = map[int]bool{}
	}
	if len(r.seen[kind]) < maxRepairs {
		r.seen[kind][num] = true
	}
}

// has tells whether a repair of this kind was noted.
func (r *repairs) has(kind RepairKind) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.seen[kind]) > 0
}

// reset forgets what an attempt noted that came to nothing.
func (r *repairs) reset() {
	r.mu.Lock()
	r.seen = nil
	r.mu.Unlock()
}

// Repairs returns what was mended in what has been read of the document till
// now, in the order of the kinds. Objects are read when they are asked for, so
// that PageCount, Page and Inspect add to it. It may be called at any time, by several
// goroutines, and after Close.
func (d *Document) Repairs() []Repair {
	d.repairs.mu.Lock()
	defer d.repairs.mu.Unlock()
	var out []Repair
	for _, r := range repairKinds() {
		if r.Count = len(d.repairs.seen[r.Kind]); r.Count > 0 {
			out = append(out, r)
		}
	}
	return out
}
