package pdf

// Limits bounds what a document may make the reader do, so that a hostile
// file ends in an error rather than in an exhausted machine. A zero value
// stands for the default of that limit.
type Limits struct {
	// Depth is how deep arrays, dictionaries and trees may nest; 256.
	Depth int
	// Objects is the highest object number; 4194303, half of what ISO 32000-1,
	// annex C, tells of: their entries alone take 64 MiB.
	Objects int
	// Pages is how many pages a document may have; 100000.
	Pages int
	// Object is the longest single object without its stream, in bytes; 32 MiB.
	Object int64
	// Decoded is the longest decoded stream, in bytes; 32 MiB.
	Decoded int64
	// Cache is how many bytes of source text the objects kept for later may
	// have come from; 1 MiB. Decoded object streams are kept up to four times
	// as much.
	Cache int64
}

// withDefaults returns l with every zero replaced by its default.
func (l Limits) withDefaults() Limits {
	or(&l.Depth, 256)
	or(&l.Objects, 4194303)
	or(&l.Pages, 100000)
	or(&l.Object, 32<<20)
	or(&l.Decoded, 32<<20)
	or(&l.Cache, 1<<20)
	return l
}

// or sets *v to def where it is not positive.
func or[T int | int64](v *T, def T) {
	if *v <= 0 {
		*v = def
	}
}

// Options says how a document is opened. The zero value opens a file that
// needs no password, under the default limits.
type Options struct {
	// Password is the user or owner password of an encrypted document.
	Password string
	// Limits bounds the reader's work.
	Limits Limits
}
