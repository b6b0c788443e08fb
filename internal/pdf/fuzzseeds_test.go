package pdf

import "bytes"

// Seeds are small files of every shape that the tests make: tables, streams and object streams,
// sections in a chain, encryption, and a file of our own writing.
func Seeds() [][]byte {
	b := newBuilder("junk ").pages(2, "/AcroForm<</Fields[8 0 R]>>/Outlines<</First 8 0 R>>")
	b.obj(8, "<</T(a)/FT/Btn/Kids[9 0 R]/Next 8 0 R/Dest[3 0 R]>>").stream(9, "/Filter[/AHx/RL]", []byte("00418>"))
	at := b.table("/Root 1 0 R", 5)
	out := [][]byte{bytes.Clone(b.Bytes())}
	b.obj(4, "<</Type/Page/Mark 9/Contents 9 0 R>>")
	b.xrefStream(11, "/Root 1 0 R/Prev "+spelled(Integer(at)), map[int][2]int{8: {9, 0}}, false)
	out = append(out, b.Bytes(), newBuilder("").pages(1, "").Bytes())
	for _, c := range lockedCases() {
		out = append(out, lockedFile(c, "", "boss"))
	}
	var made bytes.Buffer
	if _, err := writeSome(NewWriter(&made, WriterOptions{})); err == nil {
		out = append(out, made.Bytes())
	}
	return out
}
