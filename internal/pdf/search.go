package pdf

import "bytes"

// scanChunk is how much of a file is searched at a time.
const scanChunk = 64 << 10

// scanTail is how much of one chunk is seen again with the next, so that
// nothing is cut in two: it holds `num gen obj` and the front of a dictionary.
const scanTail = 2048

// finding is what a search of a whole file for its objects turns up.
type finding struct {
	table    *xref
	end      int64   // where the search ends
	trailer  Dict    // what the trailers say together
	trailers []int64 // offsets after the word `trailer`
	twice    []int   // objects that stand more than once
	packs    []int   // objects that may be object streams
	streams  []int   // objects that may be cross-reference streams
	catalogs []int   // objects that may be the catalog
	trees    []int   // objects that may be nodes of the page tree
	pages    []int   // objects that may be pages
}

// search goes through the file once.
func (d *Document) search(f *finding) error {
	buf := make([]byte, scanChunk+scanTail)
	for at := int64(0); at < f.end; at += scanChunk {
		n, err := d.src.read(buf, at)
		if err != nil {
			return err
		}
		n = int(min(int64(n), f.end-at))
		d.searchChunk(f, lowered(buf[:n]), at)
	}
	if f.table.count == 0 {
		return malformed(-1, "no objects")
	}
	return nil
}

// searchChunk looks for objects and trailers in one chunk at offset at, which
// is in lower case, as some writers' keywords are not. What
// begins in the tail is left to the next chunk.
func (d *Document) searchChunk(f *finding, buf []byte, at int64) {
	for pos := 0; ; {
		i := bytes.Index(buf[pos:], []byte("obj"))
		if i < 0 {
			break
		}
		pos += i + len("obj")
		if ref, start, ok := headerBefore(buf, pos-len("obj")); ok && (start > 0 || at == 0) && start <= scanChunk {
			if used(f.table.get(ref.Num).kind) && len(f.twice) < maxRepairs {
				f.twice = append(f.twice, ref.Num)
			}
			f.table.set(ref.Num, entry{off: at + int64(start), gen: int32(min(ref.Gen, 65535)), kind: inFile})
			f.role(ref.Num, buf[pos:min(len(buf), pos+scanTail/2)])
		}
	}
	for pos := 0; ; {
		i := bytes.Index(buf[pos:], []byte("trailer"))
		if i < 0 {
			return
		}
		if pos += i + len("trailer"); pos <= scanChunk+len("trailer") {
			f.trailers = latest(f.trailers, at+int64(pos), maxTrailers)
		}
	}
}

// lowered returns buf with its ASCII letters in lower case; it changes buf.
func lowered(buf []byte) []byte {
	for i, c := range buf {
		if c >= 'A' && c <= 'Z' {
			buf[i] = c + 'a' - 'A'
		}
	}
	return buf
}

// role keeps what the front of an object, in lower case, tells about it.
func (f *finding) role(num int, front []byte) {
	front = front[:frontEnd(front)]
	for _, role := range [...]struct {
		word string
		list *[]int
		most int
	}{
		{"/objstm", &f.packs, maxFound}, {"/xref", &f.streams, maxTrailers}, {"/catalog", &f.catalogs, maxTrailers},
		{"/pages", &f.trees, maxTrailers}, {"/page", &f.pages, 2 * maxFound},
	} {
		if bytes.Contains(front, []byte(role.word)) {
			*role.list = latest(*role.list, num, role.most)
		}
	}
}

// frontEnd returns where the object with this front ends: at the `obj` of the
// next or at `endobj`, which the name of a type is not.
func frontEnd(front []byte) int {
	for at := 0; ; {
		i := bytes.Index(front[at:], []byte("obj"))
		if i < 0 {
			return len(front)
		}
		if at += i; at == 0 || front[at-1] != '/' {
			return at
		}
		at += len("obj")
	}
}

const (
	maxFound    = 1 << 16 // object streams that are kept
	maxTrailers = 1 << 10 // and trailers, cross-reference streams and catalogs
)

// latest appends v to a list, unless it was the last, and drops the older half of
// a list that is too long.
func latest[T comparable](list []T, v T, most int) []T {
	if n := len(list); n > 0 && list[n-1] == v {
		return list
	}
	if len(list) == most {
		list = list[:copy(list, list[most/2:])]
	}
	return append(list, v)
}

// headerBefore reads `num gen` backwards from end and returns where it starts.
func headerBefore(buf []byte, end int) (Ref, int, bool) {
	gen, i, ok := numberBefore(buf, end, end)
	if !ok {
		return Ref{}, 0, false
	}
	num, i, ok := numberBefore(buf, i, i-1)
	if !ok || num == 0 || i > 0 && class(buf[i-1]) == regular && !bytes.HasSuffix(buf[:i], []byte("endobj")) {
		return Ref{}, 0, false
	}
	return Ref{Num: num, Gen: gen}, i, true
}

// numberBefore reads the digits and the white space that end at end; the
// digits end at most at most.
func numberBefore(buf []byte, end, most int) (v, start int, ok bool) {
	i := end
	for i > 0 && class(buf[i-1]) == white {
		i--
	}
	last := i
	for i > 0 && last-i < 10 && buf[i-1] >= '0' && buf[i-1] <= '9' {
		i--
	}
	if i == last || last > most {
		return 0, 0, false
	}
	n, _ := leadingInt(buf[i:last])
	return int(n), i, n <= maxNumber
}
