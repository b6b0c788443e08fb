package pdf

import (
	"bytes"
	"io"
	"strconv"
)

// writeStream writes a stream with the length that its body has.
func (w *Writer) writeStream(r Ref, s *Stream) error {
	dict := withoutCrypt(s.Dict.Clone())
	if s.squash {
		return w.writeSquashed(r, dict, s.raw)
	}
	body, n, err := s.body()
	if err != nil {
		return err
	}
	return w.writeBody(r, dict, body, n)
}

// writeSquashed writes a body of ours, compressed where that is shorter.
func (w *Writer) writeSquashed(r Ref, dict Dict, raw []byte) error {
	if len(raw) >= minFlate {
		short, err := w.deflater.deflate(raw, len(raw) >= slowFlate)
		if err != nil {
			return err
		}
		if short != nil {
			raw, dict["Filter"] = short, Name("FlateDecode")
		}
	}
	return w.writeBody(r, dict, bytes.NewReader(raw), int64(len(raw)))
}

// writeBody writes a stream's dictionary and the n bytes of its body.
func (w *Writer) writeBody(r Ref, dict Dict, body io.Reader, n int64) error {
	dict["Length"] = Integer(n)
	head, err := AppendObject(w.scratch[:0], dict)
	if err != nil {
		return err
	}
	w.scratch = head
	return w.emit(r.Num, head, body, n)
}

// emit writes an indirect object with a body after its dictionary.
func (w *Writer) emit(num int, head []byte, body io.Reader, n int64) error {
	w.entries[num] = entry{off: w.out.pos, kind: inFile}
	w.out.write(strconv.AppendInt(nil, int64(num), 10))
	w.out.write([]byte(" 0 obj\n"))
	w.out.write(head)
	w.out.write([]byte("\nstream\n"))
	if err := w.out.copy(body, n); err != nil {
		w.out.err = err // the file cannot be mended
		return err
	}
	w.out.write([]byte("\nendstream\nendobj\n"))
	return w.out.err
}

// withoutCrypt drops the Crypt filter of a stream that is no longer encrypted
// (ISO 32000-1, 7.4.10). dict is changed.
func withoutCrypt(dict Dict) Dict {
	if _, ok := cryptFilter(dict); !ok {
		return dict
	}
	filters, many := dict["Filter"].(Array)
	if !many || len(filters) == 1 {
		delete(dict, "Filter")
		delete(dict, "DecodeParms")
		return dict
	}
	dict["Filter"] = filters[1:]
	if params, ok := dict["DecodeParms"].(Array); ok && len(params) > 0 {
		dict["DecodeParms"] = params[1:]
	} else {
		delete(dict, "DecodeParms")
	}
	return dict
}
