package pdf

const (
	lzwClear = 256
	lzwEnd   = 257
	lzwFirst = 258
	lzwSize  = 4096
)

// lzwTable undoes LZWDecode (ISO 32000-1, 7.4.4.2). Each code stands for the text
// of an earlier one and one byte more.
type lzwTable struct {
	out    []byte
	start  [lzwSize]int // where in out the text of a code stands
	length [lzwSize]int
	next   int // the next code to be made
	last   int // the code before, or -1
}

// unLZW undoes LZWDecode; early is its /EarlyChange. Data that goes wrong
// gives what came before.
func unLZW(data []byte, early bool, limit int64) ([]byte, error) {
	z := &lzwTable{next: lzwFirst, last: -1}
	slack := 0
	if early {
		slack = 1
	}
	bits, have, acc := 9, 0, uint32(0)
	for _, c := range data {
		acc, have = acc<<8|uint32(c), have+8
		if have < bits {
			continue
		}
		have -= bits
		z.out = roomy(z.out, lzwSize, limit)
		code := int(acc>>have) & (1<<bits - 1)
		if code == lzwEnd || !z.code(code) {
			break
		}
		if int64(len(z.out)) > limit {
			return nil, tooLong(limit)
		}
		bits = 9
		for bits < 12 && z.next+slack >= 1<<bits {
			bits++
		}
	}
	return z.out, nil
}

// code appends the text of one code and tells whether the code makes sense.
func (z *lzwTable) code(code int) bool {
	if code == lzwClear {
		z.next, z.last = lzwFirst, -1
		return true
	}
	at := len(z.out)
	switch {
	case code < lzwClear:
		z.out = append(z.out, byte(code))
	case code >= lzwFirst && code < z.next:
		z.out = append(z.out, z.out[z.start[code]:z.start[code]+z.length[code]]...)
	case code == z.next && z.last >= 0:
		s, n := z.text(z.last, at)
		z.out = append(z.out, z.out[s:s+n]...)
		z.out = append(z.out, z.out[s])
	default:
		return false
	}
	z.grow(at)
	z.last = code
	return true
}

// text returns where the text of the previous code stands: it is the last in
// out before at.
func (z *lzwTable) text(code, at int) (start, length int) {
	n := 1
	if code >= lzwFirst {
		n = z.length[code]
	}
	return at - n, n
}

// grow makes the next code: the text of the previous one and the first byte
// at at, which follows it.
func (z *lzwTable) grow(at int) {
	if z.last < 0 || z.next >= lzwSize {
		return
	}
	s, n := z.text(z.last, at)
	z.start[z.next], z.length[z.next] = s, n+1
	z.next++
}
