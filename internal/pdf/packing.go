package pdf

import (
	"strconv"
)

const (
	packObjects = 256      // most objects in one object stream
	packBytes   = 64 << 10 // where one is long enough
)

// packing is the object stream under way (ISO 32000-1, 7.5.7).
type packing struct {
	num   int       // its own number; 0 before it has a first object
	count int       // objects so far
	index []byte    // pairs of number and offset
	data  []byte    // their values
	last  *gathered // the one before, until it is written
	spare []byte    // its body, for the next
}

// pack adds the spelling of object num to the object stream under way.
func (w *Writer) pack(num int, text []byte) error {
	w.place(num, len(w.packing.data))
	w.packing.data = append(w.packing.data, text...)
	return w.placed()
}

// place makes the value at off of the object stream that of object num.
func (w *Writer) place(num, off int) {
	p := &w.packing
	if p.num == 0 {
		p.num = w.Reserve().Num
	}
	w.entries[num] = entry{off: int64(p.num), gen: int32(p.count), kind: inStream}
	p.index = strconv.AppendInt(p.index, int64(num), 10)
	p.index = append(p.index, ' ')
	p.index = strconv.AppendInt(p.index, int64(off), 10)
	p.index = append(p.index, ' ')
	p.count++
}

// placed ends the value begun by place.
func (w *Writer) placed() error {
	p := &w.packing
	p.data = append(p.data, '\n')
	if p.count >= packObjects || len(p.data) >= packBytes {
		return w.flushPack()
	}
	return w.out.err
}

// flushPack writes the object stream under way. A form's is compressed while the next gathers, and written before
// anything else is compressed.
func (w *Writer) flushPack() error {
	p := &w.packing
	if p.num == 0 {
		return w.out.err
	}
	if err := w.settlePack(); err != nil {
		return err
	}
	last := &gathered{num: p.num, dict: Dict{"Type": Name("ObjStm"), "N": Integer(p.count), "First": Integer(len(p.index))}}
	last.body = append(p.index, p.data...)
	p.num, p.count, p.index, p.data = 0, 0, p.spare[:0], p.data[:0]
	p.last, p.spare = last, last.body
	if w.form {
		last.done = make(chan struct{})
		go last.compress(w.deflater)
		return w.out.err
	}
	last.compress(w.deflater)
	return w.settlePack()
}

// gathered is an object stream with all that it will hold.
type gathered struct {
	num         int
	dict        Dict
	body, short []byte
	err         error
	done        chan struct{} // closed when it is compressed; nil where that is not done aside
}

// compress makes the body short where it can.
func (g *gathered) compress(f *deflater) {
	if g.short, g.err = f.deflate(g.body, false); g.short != nil {
		g.dict["Filter"] = Name("FlateDecode")
	} else {
		g.short = g.body
	}
	if g.done != nil {
		close(g.done)
	}
}

// settlePack writes the object stream that was gathered last, if it is not written yet.
func (w *Writer) settlePack() error {
	last := w.packing.last
	if last == nil {
		return w.out.err
	}
	if last.done != nil {
		<-last.done
	}
	w.packing.last = nil
	if last.err != nil {
		return last.err
	}
	return w.writeBody(Ref{Num: last.num}, last.dict, last.short)
}

// writeXRef writes the cross-reference stream and the end of the file. The
// file's identifier is the hash of all that came before (7.5.8, 14.4).
func (w *Writer) writeXRef(trailer Dict) error {
	self := w.Reserve()
	at := w.out.pos
	w.entries[self.Num] = entry{off: at, kind: inFile}
	sum := w.out.digest()
	id := String(sum[:16])
	rows, width := w.xrefRows()
	trailer["Type"] = Name("XRef")
	trailer["Size"] = Integer(len(w.entries))
	trailer["ID"] = Array{id, id}
	trailer["W"] = Array{Integer(1), Integer(width - 3), Integer(2)}
	if short, err := w.deflater.deflate(rows, len(rows) >= slowFlate); err != nil {
		return err
	} else if short != nil {
		rows = short
		trailer["Filter"] = Name("FlateDecode")
		trailer["DecodeParms"] = Dict{"Predictor": Integer(12), "Columns": Integer(width)}
	} else {
		rows = unPNG(rows, width, 1)
	}
	if err := w.writeBody(self, trailer, rows); err != nil {
		return err
	}
	w.out.write([]byte("startxref\n" + strconv.FormatInt(at, 10) + "\n%%EOF\n"))
	return w.out.err
}

// xrefRows returns the rows of the cross-reference, each with the PNG
// predictor Up, and their width without it.
func (w *Writer) xrefRows() ([]byte, int) {
	wide := 1
	for v := w.out.pos | int64(len(w.entries)); v > 255; v >>= 8 {
		wide++
	}
	width := wide + 3
	rows := make([]byte, 0, (width+1)*len(w.entries))
	row, last := make([]byte, width), make([]byte, width)
	next := w.freeList()
	for num, e := range w.entries {
		kind, a, b := byte(0), int64(next[num]), uint16(0)
		switch {
		case num == 0:
			b = 65535
		case e.kind == inFile:
			kind, a = 1, e.off
		case e.kind == inStream:
			kind, a, b = 2, e.off, uint16(e.gen)
		}
		row[0], row[width-2], row[width-1] = kind, byte(b>>8), byte(b)
		for i := range wide {
			row[wide-i] = byte(a >> (8 * i))
		}
		rows = append(rows, 2)
		for i := range row {
			rows = append(rows, row[i]-last[i])
		}
		copy(last, row)
	}
	return rows, width
}

// freeList returns for each free object the next one; the last leads back to
// object 0 (ISO 32000-1, 7.5.4).
func (w *Writer) freeList() map[int]int {
	next, last := map[int]int{}, 0
	for num := 1; num < len(w.entries); num++ {
		if !used(w.entries[num].kind) {
			next[last], last = num, num
		}
	}
	return next
}
