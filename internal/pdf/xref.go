package pdf

// entryKind tells the entries of a cross-reference apart (ISO 32000-1, table
// 18).
type entryKind uint8

const (
	absent   entryKind = iota
	free               // the object is null
	inFile             // at a byte offset
	inStream           // in an object stream
)

// entry says where an object is.
type entry struct {
	off  int64 // byte offset, or the number of the object stream
	gen  int32 // generation, or the index in the object stream
	kind entryKind
}

const chunkSize = 512

// xref is the merged cross-reference of a document: newer sections hold over
// older ones. Chunks keep it small for files that name few, high numbers.
type xref struct {
	chunks []*[chunkSize]entry
	limit  int  // highest object number
	top    int  // highest number seen, plus one
	count  int  // objects that are not free
	closed bool // the file is closed: every object is sought there, and fails
}

// get returns the entry of an object number.
func (x *xref) get(num int) entry {
	c := num / chunkSize
	if x != nil && x.closed {
		return entry{kind: inFile}
	}
	if x == nil || num < 0 || c >= len(x.chunks) || x.chunks[c] == nil {
		return entry{}
	}
	return x.chunks[c][num%chunkSize]
}

// slot returns the place of an entry, or nil where the number is out of bounds.
func (x *xref) slot(num int) *entry {
	if num < 0 || num > x.limit {
		return nil
	}
	c := num / chunkSize
	for c >= len(x.chunks) {
		x.chunks = append(x.chunks, nil)
	}
	if x.chunks[c] == nil {
		x.chunks[c] = new([chunkSize]entry)
	}
	return &x.chunks[c][num%chunkSize]
}

// add records an entry unless a newer section did, and tells whether it did.
func (x *xref) add(num int, e entry) bool {
	s := x.slot(num)
	if s == nil || s.kind != absent {
		return false
	}
	x.replace(s, num, e)
	return true
}

// set records an entry over any other.
func (x *xref) set(num int, e entry) {
	if s := x.slot(num); s != nil {
		x.replace(s, num, e)
	}
}

// replace stores e and keeps the counts.
func (x *xref) replace(s *entry, num int, e entry) {
	if used(s.kind) {
		x.count--
	}
	if used(e.kind) {
		x.count++
	}
	*s = e
	x.top = max(x.top, num+1)
}

// used tells whether an entry of kind k leads to an object.
func used(k entryKind) bool { return k == inFile || k == inStream }
