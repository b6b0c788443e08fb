package pdf

import (
	"io"
	"strconv"
)

// putStream writes a stream with the length that its body has, under the number
// num or, where that is 0, under one of its own, and returns it.
func (w *Writer) putStream(num int, s *Stream) (int, error) {
	dict := withoutCrypt(s.Dict.Clone())
	if s.squash {
		return w.putSquashed(num, dict, s.raw)
	}
	_, n, err := s.body()
	if err != nil {
		return num, err
	}
	return w.putBody(num, dict, s, n)
}

// putSquashed writes a body of ours, compressed where that is shorter.
func (w *Writer) putSquashed(num int, dict Dict, raw []byte) (int, error) {
	if len(raw) >= minFlate {
		if err := w.settlePack(); err != nil { // one is compressed at a time
			return num, err
		}
		short, err := w.deflater.deflate(raw, len(raw) >= slowFlate)
		if err != nil {
			return num, err
		}
		if short != nil {
			raw, dict["Filter"] = short, Name("FlateDecode")
		}
	}
	return w.putBody(num, dict, &Stream{raw: raw}, int64(len(raw)))
}

// putBody writes a stream's dictionary and its body of n bytes.
func (w *Writer) putBody(num int, dict Dict, s *Stream, n int64) (int, error) {
	dict["Length"] = Integer(n)
	head, err := AppendObject(w.scratch[:0], dict)
	if err != nil {
		return num, err
	}
	w.scratch = head
	return w.put(num, head, s, n)
}

// put writes a stream whose dictionary is spelled out.
func (w *Writer) put(num int, head []byte, s *Stream, n int64) (int, error) {
	body := func() (io.Reader, error) {
		r, _, err := s.body()
		return r, err
	}
	if num == 0 {
		return w.addStream(head, n, body)
	}
	r, err := body()
	if err != nil {
		return num, err
	}
	return num, w.emit(num, head, r, n)
}

// writeBody writes a stream of the file's own machinery.
func (w *Writer) writeBody(r Ref, dict Dict, raw []byte) error {
	_, err := w.putBody(r.Num, dict, &Stream{raw: raw}, int64(len(raw)))
	return err
}

// afterBody ends a stream.
const afterBody = "\nendstream\nendobj\n"

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
	w.out.write([]byte(afterBody))
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
