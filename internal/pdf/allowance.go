package pdf

import (
	"math"
	"sync/atomic"
)

// maxValues bounds how many values one object may be made of: each takes far
// more memory than the two bytes that spell it.
const maxValues = 1 << 19

// allowance bounds a kind of work that a document may ask for again and again
// while each time alone is within its limit. It may be shared by goroutines; a
// nil allowance allows anything.
type allowance struct {
	spent atomic.Int64
	most  int64
}

// take spends n and tells whether that much was left.
func (a *allowance) take(n int64) bool { return a == nil || a.spent.Add(n) <= a.most }

// left returns how much may still be spent.
func (a *allowance) left() int64 {
	if a == nil {
		return math.MaxInt64
	}
	return max(0, a.most-a.spent.Load())
}

// Each allowance grows with the file, so that none is felt by a file that is
// as large as what it asks for.

// searching is how many bytes may be searched for the ends of streams.
func searching(size int64) *allowance { return &allowance{most: 4*size + 64<<20} }

// rereading is how many bytes may be read of objects that are longer than a window
// or cannot be read.
func rereading(size int64) *allowance { return &allowance{most: 3*size + 48<<20} }

// decoding is how many bytes may be decoded, and decoded again, in all.
func decoding(size int64) *allowance { return &allowance{most: 3*size + 256<<20} }
