package exhibit

import (
	"bytes"
	"fmt"

	"parolepack/internal/pdf"
)

// A builder writes a small PDF around pieces that stay in their files.
type builder struct {
	whole splice
	head  *bytes.Buffer // what is not in whole yet
	at    []int64       // offsets by object number
	err   error
}

// object adds the next object; a body makes it a stream.
func (b *builder) object(d pdf.Dict, body []piece) {
	b.at = append(b.at, b.whole.size+int64(b.head.Len()))
	if body != nil {
		d["Length"] = pdf.Integer(total(body))
	}
	spelled, err := pdf.AppendObject(nil, d)
	if err != nil && b.err == nil {
		b.err = err
	}
	fmt.Fprintf(b.head, "%d 0 obj\n%s\n", len(b.at)-1, spelled)
	if body != nil {
		b.head.WriteString("stream\n")
		b.settle()
		b.whole.add(body...)
		b.head.WriteString("\nendstream\n")
	}
	b.head.WriteString("endobj\n")
}

// settle moves what was written into the whole.
func (b *builder) settle() {
	b.whole.add(text(bytes.Clone(b.head.Bytes())))
	b.head.Reset()
}

// end adds the cross-reference.
func (b *builder) end() error {
	start := b.whole.size + int64(b.head.Len())
	fmt.Fprintf(b.head, "xref\n0 %d\n0000000000 65535 f \n", len(b.at))
	for _, at := range b.at[1:] {
		fmt.Fprintf(b.head, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(b.head, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(b.at), start)
	b.settle()
	return b.err
}
