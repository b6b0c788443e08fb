package material

import (
	"bufio"
	"fmt"
	"io"

	"parolepack/internal/pdf"
)

// A sheaf is a PDF file under way, in whatever structure.
type sheaf interface {
	reserve() pdf.Ref
	value(r pdf.Ref, o pdf.Object) error
	stream(r pdf.Ref, d pdf.Dict, body []byte) error
	end(root pdf.Ref) error
}

// packed is a file with object streams and a cross-reference stream, as office software of today writes it.
type packed struct{ w *pdf.Writer }

func newPacked(w io.Writer) packed { return packed{pdf.NewWriter(w, pdf.WriterOptions{})} }

func (p packed) reserve() pdf.Ref                    { return p.w.Reserve() }
func (p packed) value(r pdf.Ref, o pdf.Object) error { return p.w.Write(r, o) }
func (p packed) stream(r pdf.Ref, d pdf.Dict, body []byte) error {
	return p.w.Write(r, pdf.NewStream(d, body))
}
func (p packed) end(root pdf.Ref) error {
	_, err := p.w.Close(root, nil)
	return err
}

// classic is a file of plain objects and a cross-reference table (ISO 32000-1, 7.5.4), as scanners write it.
type classic struct {
	w   *bufio.Writer
	pos int64
	at  []int64 // offsets by object number
}

func newClassic(w io.Writer) *classic {
	c := &classic{w: bufio.NewWriterSize(w, 256<<10), at: []int64{0}}
	c.write([]byte("%PDF-1.4\n%\xE2\xE3\xCF\xD3\n"))
	return c
}

// write keeps count; a failure comes out at the end, from Flush.
func (c *classic) write(b []byte) {
	n, _ := c.w.Write(b)
	c.pos += int64(n)
}

func (c *classic) reserve() pdf.Ref {
	c.at = append(c.at, 0)
	return pdf.Ref{Num: len(c.at) - 1}
}

func (c *classic) value(r pdf.Ref, o pdf.Object) error {
	return c.object(r, o, nil)
}

func (c *classic) stream(r pdf.Ref, d pdf.Dict, body []byte) error {
	d = d.Clone()
	d["Length"] = pdf.Integer(len(body))
	return c.object(r, d, body)
}

func (c *classic) object(r pdf.Ref, o pdf.Object, body []byte) error {
	c.at[r.Num] = c.pos
	spelled, err := pdf.AppendObject(fmt.Appendf(nil, "%d 0 obj\n", r.Num), o)
	if err != nil {
		return err
	}
	c.write(spelled)
	if body != nil {
		c.write([]byte("\nstream\n"))
		c.write(body)
		c.write([]byte("\nendstream"))
	}
	c.write([]byte("\nendobj\n"))
	return nil
}

func (c *classic) end(root pdf.Ref) error {
	start := c.pos
	c.write(fmt.Appendf(nil, "xref\n0 %d\n0000000000 65535 f \n", len(c.at)))
	for _, at := range c.at[1:] {
		c.write(fmt.Appendf(nil, "%010d 00000 n \n", at))
	}
	c.write(fmt.Appendf(nil, "trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(c.at), root.Num, start))
	return c.w.Flush()
}
