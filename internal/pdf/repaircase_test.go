package pdf

import (
	"fmt"
	"regexp"
	"strings"
)

// A repairCase is a damaged file: a sound one that a mistake was made in.
type repairCase struct {
	name string
	file string
	want string // what the pages say, in order
	kind string // the repairs, each with its count
}

// soundFile is a file of n pages, each with its content and a font by
// reference, and a cross-reference table. Pages are objects 3 on, contents 10 on.
func soundFile(n int) string {
	b := newBuilder("").obj(1, "<</Type/Catalog/Pages 2 0 R>>")
	kids := ""
	for i := range n {
		kids += fmt.Sprintf("%d 0 R ", 3+i)
	}
	b.obj(2, fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", n, kids))
	for i := range n {
		b.obj(3+i, fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Resources<</Font<</F 9 0 R>>>>/Contents %d 0 R>>", 10+i))
	}
	b.obj(9, "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>")
	for i := range n {
		b.stream(10+i, "", saying(i+1))
	}
	b.table("/Root 1 0 R", 0)
	return b.String()
}

// saying is the content of a page that says its number.
func saying(n int) []byte {
	return fmt.Appendf(nil, "BT /F 20 Tf 20 20 Td (page %d) Tj ET", n)
}

// packedFile is the same in the way of PDF 1.5: pages in the object stream
// 20, the cross-reference in the stream 21.
func packedFile(n int) string {
	b := newBuilder("")
	kids, index, body := "", "", ""
	packed := map[int][2]int{}
	add := func(num int, text string) {
		packed[num] = [2]int{20, len(packed)}
		index += fmt.Sprintf("%d %d ", num, len(body))
		body += text + " "
	}
	for i := range n {
		kids += fmt.Sprintf("%d 0 R ", 3+i)
		b.stream(10+i, "", saying(i+1))
	}
	add(1, "<</Type/Catalog/Pages 2 0 R>>")
	add(2, fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", n, kids))
	for i := range n {
		add(3+i, fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Resources<</Font<</F 9 0 R>>>>/Contents %d 0 R>>", 10+i))
	}
	add(9, "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>")
	b.stream(20, fmt.Sprintf("/Type/ObjStm/N %d/First %d", len(packed), len(index)), []byte(index+body))
	b.xrefStream(21, "/Root 1 0 R", packed, false)
	return b.String()
}

// updatedFile is a file of two pages whose second was changed by an update.
func updatedFile() string {
	b := newBuilder("")
	b.WriteString(strings.TrimPrefix(soundFile(2), b.String()))
	at := strings.LastIndex(b.String(), "xref\n0 1")
	b.top = 11
	b.stream(11, "", saying(9))
	b.table(fmt.Sprintf("/Root 1 0 R/Prev %d", at), 0)
	return b.String()
}

// swap returns file with every old replaced, which must occur.
func swap(file string, oldnew ...string) string {
	for i := 0; i < len(oldnew); i += 2 {
		if !strings.Contains(file, oldnew[i]) {
			panic("no " + oldnew[i])
		}
	}
	return strings.NewReplacer(oldnew...).Replace(file)
}

// upTo returns the front of file before word, and more bytes of it.
func upTo(file, word string, more int) string {
	at := strings.Index(file, word)
	return file[:at+more]
}

// change replaces what matches a pattern.
func change(file, pattern, with string) string {
	out := regexp.MustCompile(pattern).ReplaceAllString(file, with)
	if out == file {
		panic("nothing matches " + pattern)
	}
	return out
}

// lone returns file with its lines ended by carriage returns alone, streams
// aside.
func lone(file, from string) string {
	at := strings.LastIndex(file, from)
	return file[:at] + strings.ReplaceAll(file[at:], "\n", "\r")
}

// referenceCases are mistakes in the cross-reference.
func referenceCases() []repairCase {
	two, packed := soundFile(2), packedFile(2)
	row := regexp.MustCompile(`(\d{10}) 00000 n `)
	return []repairCase{
		{"nothing wrong", two, "1 2", ""},
		{"nothing wrong, packed", packed, "1 2", ""},
		{"no startxref", upTo(two, "startxref", 0), "1 2", "xref-rebuilt 1"},
		{"startxref without a number", swap(two, "startxref\n", "startxref\nx"), "1 2", "xref-rebuilt 1"},
		{"startxref of nothing", change(two, `startxref\n\d+`, "startxref\n0"), "1 2", "xref-rebuilt 1"},
		{"startxref beyond the end", change(two, `startxref\n\d+`, "startxref\n99999999"), "1 2", "xref-rebuilt 1"},
		{"startxref beyond all numbers", change(two, `startxref\n\d+`, "startxref\n99999999999999999999999"), "1 2", "xref-rebuilt 1"},
		{"startxref negative", change(two, `startxref\n`, "startxref\n-"), "1 2", "xref-rebuilt 1"},
		{"startxref a little off", change(two, `startxref\n(\d*)\d`, "startxref\n${1}0"), "1 2", "xref-rebuilt 1"},
		{"startxref in other case", swap(two, "startxref", "StartXref"), "1 2", "xref-rebuilt 1"},
		{"xref in other case", swap(two, "\nxref", "\nXREF"), "1 2", "xref-rebuilt 1"},
		{"trailer in other case", swap(two, "trailer", "Trailer"), "1 2", "xref-rebuilt 1"},
		{"entries of 19 bytes", row.ReplaceAllString(two, "$1 00000 n"), "1 2", ""},
		{"entries without spaces", row.ReplaceAllString(two, "$1 00000n "), "1 2", "xref-rebuilt 1"},
		{"entries of 8 digits", change(two, `00(\d{8}) 00000 n `, "$1 00000 n "), "1 2", ""},
		{"entries without generations", row.ReplaceAllString(two, "$1 n "), "1 2", "xref-rebuilt 1"},
		{"entries a few bytes off", shiftRows(two, 3), "1 2", "xref-entry 7"},
		{"entries one byte early", shiftRows(two, -1), "1 2", ""},
		{"entries far off", shiftRows(two, 4000), "1 2", "xref-entry 7"},
		{"entries of nothing", shiftRows(two, -1<<40), "1 2", "xref-rebuilt 1"},
		{"entries all free", row.ReplaceAllString(two, "$1 00000 f "), "1 2", "xref-rebuilt 1"},
		{"generations at odds", row.ReplaceAllString(two, "$1 00007 n "), "1 2", ""},
		{"lines ended by CR", lone(two, "xref\n0 1"), "1 2", ""},
		{"sections numbered one off", change(two, `(?m)^(\d+) 1$`, "1$1 1"), "1 2", "xref-rebuilt 1"},
		{"a section that counts too many", swap(two, "\n0 1\n", "\n0 900\n"), "1 2", "xref-rebuilt 1"},
		{"a section that counts too few", swap(two, "\n1 1\n", "\n1 0\n"), "1 2", "xref-rebuilt 1"},
		{"a section that counts millions", swap(two, "\n0 1\n", "\n0 99999999\n"), "1 2", "xref-rebuilt 1"},
		{"no table", change(two, `(?s)xref\n0 1.*trailer`, "trailer"), "1 2", "xref-rebuilt 1"},
		{"no table and no trailer", upTo(two, "xref\n0 1", 0), "1 2", "xref-rebuilt 1"},
		{"a table cut off", upTo(two, "trailer", -30), "1 2", "xref-rebuilt 1"},
		{"trailer without a catalog", swap(two, "/Root 1 0 R", ""), "1 2", "xref-rebuilt 1"},
		{"trailer of another catalog", swap(two, "/Root 1 0 R", "/Root 9 0 R"), "1 2", "xref-rebuilt 1"},
		{"trailer of no catalog", swap(two, "/Root 1 0 R", "/Root 77 0 R"), "1 2", "xref-rebuilt 1"},
		{"trailer without an end", swap(two, "/Root 1 0 R>>", "/Root 1 0 R"), "1 2", ""},
		{"a size too small", change(two, `/Size \d+`, "/Size 3"), "1 2", ""},
		{"Prev to nothing", swap(two, "/Root 1 0 R", "/Root 1 0 R/Prev 3"), "1 2", "xref-rebuilt 1"},
		{"Prev beyond the end", swap(two, "/Root 1 0 R", "/Root 1 0 R/Prev 9999999"), "1 2", "xref-rebuilt 1"},
		{"XRefStm to nothing", swap(two, "/Root 1 0 R", "/Root 1 0 R/XRefStm 3"), "1 2", "xref-rebuilt 1"},
		{"an update", updatedFile(), "1 9", ""},
		{"an update with a broken table", change(updatedFile(), `(?s)(/Count.*)xref\n11 1`, "${1}xref\nx 1"), "1 9", "xref-rebuilt 1, duplicate-object 1"},
		{"an update with a wrong startxref", change(updatedFile(), `(?s)(.*)startxref\n\d+`, "${1}startxref\n7"), "1 9", "xref-rebuilt 1, duplicate-object 1"},
		{"an update cut off", updatedFile()[:strings.LastIndex(updatedFile(), "\nxref\n11")], "1 2", ""},
		{"an update cut off in a stream", updatedFile()[:strings.LastIndex(updatedFile(), "(page 9")], "1 2", ""},
		{"a packed file without startxref", upTo(packed, "startxref", 0), "1 2", "xref-rebuilt 1"},
		{"a packed file with a wrong startxref", change(packed, `startxref\n\d+`, "startxref\n5"), "1 2", "xref-rebuilt 1"},
		{"widths that are wrong", swap(packed, "/W[1 4 2]", "/W[1 2 2]"), "1 2", "xref-rebuilt 1"},
		{"widths that are missing", swap(packed, "/W[1 4 2]", ""), "1 2", "xref-rebuilt 1"},
		{"widths that are too long", swap(packed, "/W[1 4 2]", "/W[1 4 20]"), "1 2", "xref-rebuilt 1"},
		{"an index that is wrong", change(packed, `/Index\[[^]]*\]`, "/Index[5 9]"), "1 2", "xref-rebuilt 1"},
		{"an index that is missing", change(packed, `/Index\[[^]]*\]`, ""), "1 2", "xref-rebuilt 1"},
		{"an index that is odd", change(packed, `/Index\[[^]]*\]`, "/Index[3]"), "1 2", "xref-rebuilt 1"},
		{"rows that are damaged", change(packed, `(?s)(/XRef.*stream\n).{40}`, "${1}"+strings.Repeat("\x01\x00\x00\x00\x07\x00\x00", 6)[:40]), "1 2", "xref-rebuilt 1"},
		{"rows that are cut off", upTo(packed, "/XRef", 100), "1 2", "xref-rebuilt 1"},
		{"a packed file cut off before its index", packed[:strings.Index(packed, "21 0 obj")], "1 2", "xref-rebuilt 1"},
		{"a packed file cut off in its pages", packed[:strings.Index(packed, "/BaseFont")], "1 2", "xref-rebuilt 1, stream-cut 1"},
	}
}

// indexed returns file with its table put right: each object where it stands.
func indexed(file string) string {
	at := map[string]int{}
	for _, m := range regexp.MustCompile(`(?m)^(\d+) 0 obj$`).FindAllStringSubmatchIndex(file, -1) {
		at[file[m[2]:m[3]]] = m[0]
	}
	file = regexp.MustCompile(`(?m)^(\d+) 1\n\d{10} 00000 n $`).ReplaceAllStringFunc(file, func(row string) string {
		num, _, _ := strings.Cut(row, " ")
		if at[num] == 0 {
			return num + " 1\n0000000000 00000 f "
		}
		return fmt.Sprintf("%s 1\n%010d 00000 n ", num, at[num])
	})
	start := strings.Index(file, "xref\n0 1")
	return regexp.MustCompile(`startxref\n\d+`).ReplaceAllString(file, fmt.Sprintf("startxref\n%d", start))
}

// shiftRows adds n to every offset of a table.
func shiftRows(file string, n int) string {
	return regexp.MustCompile(`(\d{10}) 00000 n`).ReplaceAllStringFunc(file, func(row string) string {
		off := 0
		fmt.Sscan(strings.TrimLeft(row[:10], "0"), &off)
		return fmt.Sprintf("%010d 00000 n", max(0, off+n))
	})
}

// objectCases are mistakes in objects, streams and around the file.
func objectCases() []repairCase {
	two := soundFile(2)
	bare := upTo(two, "xref\n0 1", 0) // nothing but objects
	return []repairCase{
		{"junk before the header", "HTTP/1.1 200 OK\r\n\r\n" + two, "1 2", ""},
		{"900 bytes before the header", strings.Repeat("junk\n", 180) + two, "1 2", ""},
		{"3000 bytes before the header", strings.Repeat("junk\n", 600) + two, "1 2", "xref-rebuilt 1"},
		{"no header", strings.TrimPrefix(two, "%PDF-1.7\n"), "1 2", "xref-rebuilt 1"},
		{"a header of another kind", swap(two, "%PDF-1.7\n", "%!PS-Adobe-3.0 PDF\n"), "1 2", "xref-rebuilt 1"},
		{"junk after the end", two + strings.Repeat("\x00", 3000), "1 2", ""},
		{"much junk after the end", two + strings.Repeat("<br>\n", 3000), "1 2", "xref-rebuilt 1"},
		{"several ends", two + "%%EOF\n%%EOF\n", "1 2", ""},
		{"no end", swap(two, "%%EOF", ""), "1 2", ""},
		{"no endobj", indexed(swap(two, "endobj\n", "")), "1 2", ""},
		{"no endobj and no table", swap(bare, "endobj\n", ""), "1 2", "xref-rebuilt 1"},
		{"no endstream", indexed(swap(two, "endstream\n", "")), "1 2", ""},
		{"no endstream and no length", indexed(change(swap(two, "endstream\n", ""), `/Length \d+`, "")), "1 2", "stream-length 2"},
		{"no endstream, no endobj and no table", swap(bare, "endobj\n", "", "endstream\n", ""), "1 2", "xref-rebuilt 1, stream-cut 2"},
		{"no length", indexed(change(two, `/Length \d+`, "")), "1 2", "stream-length 2"},
		{"a negative length", indexed(change(two, `/Length `, "/Length -")), "1 2", "stream-length 2"},
		{"a length too short", indexed(change(two, `/Length \d+`, "/Length 3")), "1 2", "stream-length 2"},
		{"a length too long", indexed(change(two, `/Length \d+`, "/Length 60")), "1 2", "stream-length 2"},
		{"a length beyond the end", indexed(change(two, `/Length \d+`, "/Length 99999999")), "1 2", "stream-length 2"},
		{"a length that is a name", indexed(change(two, `/Length \d+`, "/Length/Long")), "1 2", "stream-length 2"},
		{"a length at nothing", indexed(change(two, `/Length \d+`, "/Length 77 0 R")), "1 2", "stream-length 2"},
		{"a length at a dictionary", indexed(change(two, `/Length \d+`, "/Length 9 0 R")), "1 2", "stream-length 2"},
		{"a length at its own stream", indexed(change(two, `/Length \d+`, "/Length 10 0 R")), "1 2", "stream-length 2"},
		{"a length one short", indexed(change(two, `/Length \d+`, "/Length 34")), "1 2", "stream-length 2"},
		{"endstream glued to the data", indexed(swap(two, "\nendstream", "endstream")), "1 2", ""},
		{"stream then CR", indexed(swap(two, ">>\nstream\n", ">>\nstream\r")), "1 2", ""},
		{"stream then spaces", indexed(swap(two, ">>\nstream\n", ">>\nstream  \r\n")), "1 2", ""},
		{"stream then nothing", indexed(swap(two, ">>\nstream\n", ">>\nstream")), "1 2", ""},
		{"stream keywords in other case", indexed(swap(two, ">>\nstream\n", ">>\nStream\n", "endstream", "EndStream")), "1 2", ""},
		{"object keywords in other case", swap(two, " obj\n", " OBJ\n", "endobj", "EndObj"), "1 2", ""},
		{"object keywords in other case, no table", swap(bare, " obj\n", " OBJ\n", "endobj", "EndObj"), "1 2", "xref-rebuilt 1"},
		{"all keywords in other case, no table", swap(bare, " obj\n", " Obj\n", "endobj", "ENDOBJ", ">>\nstream\n", ">>\nSTREAM\n", "endstream", "ENDSTREAM"), "1 2", "xref-rebuilt 1"},
		{"no space about obj", swap(bare, " obj\n", " obj", "\nendobj\n", "endobj "), "1 2", "xref-rebuilt 1"},
		{"endobj glued to the next", swap(bare, "endobj\n", "endobj"), "1 2", "xref-rebuilt 1"},
		{"no space after a generation", swap(bare, " 0 obj\n", " 0obj\n"), "1 2", "xref-rebuilt 1"},
		{"lines ended by CR, no table", swap(bare, "\n", "\r"), "1 2", "xref-rebuilt 1"},
		{"numbers that are odd", indexed(swap(two, "[0 0 300 400]", "[--0 +.0 300.0.0 400-3]")), "1 2", ""},
		{"names that are odd", indexed(swap(two, "/Font/", "/Odd#/Zz#1G/Font/")), "1 2", ""},
		{"a string without an end", indexed(swap(two, "/Times-Roman>>", "/Times-Roman/X(no end>>")), "1 2", "object 1"},
		{"a hex string without an end", indexed(swap(two, "/Times-Roman>>", "/Times-Roman/X<3>>")), "1 2", "object 1"},
		{"a dictionary without an end", indexed(swap(two, "/Times-Roman>>", "/Times-Roman")), "1 2", "object 1"},
		{"an array without an end", indexed(swap(two, "300 400]", "300 400")), " ", "object 2"},
		{"pages without an end", indexed(swap(two, " 0 R>>\nendobj", " 0 R\nendobj")), "1 2", "object 3"},
		{"an extra bracket", indexed(swap(two, "300 400]", "300 400]]")), "1 2", ""},
		{"an extra end of dictionary", indexed(swap(two, "/Times-Roman>>", "/Times-Roman>> >>")), "1 2", ""},
		{"an unknown word in a dictionary", indexed(swap(two, "/Times-Roman", "/Times-Roman oops")), "1 2", ""},
		{"an object twice", indexed(swap(two, "9 0 obj", "9 0 obj\n<</Old true>>\nendobj\n9 0 obj")), "1 2", ""},
		{"an object twice, no table", swap(bare, "9 0 obj", "9 0 obj\n<</Old true>>\nendobj\n9 0 obj"), "1 2", "xref-rebuilt 1, duplicate-object 1"},
		{"generations in the file, no table", swap(bare, " 0 obj", " 3 obj"), "1 2", "xref-rebuilt 1"},
		{"a cut in the first content", upTo(two, "(page 1", 3), " ", "xref-rebuilt 1, stream-cut 1, content-missing 1"},
		{"a cut in the last content", upTo(two, "(page 2", 11), "1 ", "xref-rebuilt 1, stream-cut 1"},
		{"a cut before the last content", upTo(two, "11 0 obj", 0), "1 ", "xref-rebuilt 1, content-missing 1"},
		{"a cut in the pages", upTo(two, "9 0 obj", -40), " ", "xref-rebuilt 1, object 1, content-missing 1"},
	}
}

// treeCases are mistakes in the page tree and in pages.
func treeCases() []repairCase {
	two := soundFile(2)
	kids := "/Kids[3 0 R 4 0 R ]"
	bare := upTo(two, "xref\n0 1", 0)
	cases := []repairCase{
		{"no types in the tree", swap(two, "/Type/Pages", "", "/Type/Page/", "/"), "1 2", ""},
		{"types swapped", swap(two, "/Type/Pages", "/Type/Page", "/Type/Page/", "/Type/Pages/"), "1 2", ""},
		{"types in other case", swap(two, "/Type/Page/", "/Type/page/"), "1 2", ""},
		{"no count", swap(two, "/Count 2", ""), "1 2", ""},
		{"a count too high", swap(two, "/Count 2", "/Count 200"), "1 2", ""},
		{"a count too low", swap(two, "/Count 2", "/Count 1"), "1 2", ""},
		{"a negative count", swap(two, "/Count 2", "/Count -2"), "1 2", ""},
		{"a count that is a name", swap(two, "/Count 2", "/Count/Two"), "1 2", ""},
		{"a kid that is null", swap(two, kids, "/Kids[3 0 R null 4 0 R]"), "1 2", "page-missing 1"},
		{"a kid that dangles", swap(two, kids, "/Kids[3 0 R 77 0 R 4 0 R]"), "1 2", "page-missing 1"},
		{"a kid that is a number", swap(two, kids, "/Kids[3 0 R 5 4 0 R]"), "1 2", "page-missing 1"},
		{"a kid that is a string", swap(two, kids, "/Kids[3 0 R(x)4 0 R]"), "1 2", "page-missing 1"},
		{"a kid that is an array", swap(two, kids, "/Kids[3 0 R[]4 0 R]"), "1 2", "page-missing 1"},
		{"a kid that is a font", swap(two, kids, "/Kids[3 0 R 9 0 R 4 0 R]"), "1 2", "page-missing 1"},
		{"a kid that is a content", swap(two, kids, "/Kids[3 0 R 10 0 R 4 0 R]"), "1 2", "page-missing 1"},
		{"a kid that is the catalog", swap(two, kids, "/Kids[3 0 R 1 0 R 4 0 R]"), "1 2", "page-missing 1"},
		{"a kid that is the root", swap(two, kids, "/Kids[3 0 R 2 0 R 4 0 R]"), "1 2", "page-missing 1"},
		{"a kid twice", swap(two, kids, "/Kids[3 0 R 4 0 R 3 0 R]"), "1 2 1", ""},
		{"kids that are one page", swap(soundFile(1), "/Kids[3 0 R ]", "/Kids 3 0 R"), "1", ""},
		{"kids that are an inline page", swap(soundFile(1), "/Kids[3 0 R ]", "/Kids<</Type/Page/Contents 10 0 R>>"), "1", "media-box 1"},
		{"no kids", swap(two, kids, ""), "1 2", "page-tree 1, page-missing 1"},
		{"kids that are null", swap(two, kids, "/Kids null"), "1 2", "page-tree 1, page-missing 1"},
		{"kids that dangle", swap(two, kids, "/Kids 77 0 R"), "1 2", "page-tree 1, page-missing 1"},
		{"kids that are a number", swap(two, kids, "/Kids 3"), "1 2", "page-tree 1, page-missing 1"},
		{"kids that are all lost", swap(two, kids, "/Kids[77 0 R 78 0 R]"), "1 2", "page-tree 1, page-missing 2"},
		{"a page for a root", swap(soundFile(1), "/Pages 2 0 R", "/Pages 3 0 R"), "1", ""},
		{"no root", swap(two, "/Pages 2 0 R", ""), "1 2", "xref-rebuilt 1, page-tree 1"},
		{"a root that dangles", swap(two, "/Pages 2 0 R", "/Pages 77 0 R"), "1 2", "xref-rebuilt 1, page-tree 1"},
		{"a root that is a number", swap(two, "/Pages 2 0 R", "/Pages 5"), "1 2", "xref-rebuilt 1, page-tree 1"},
		{"a root that is lost", change(two, `(?ms)^2 0 obj.*?endobj`, ""), "1 2", "xref-rebuilt 1, page-tree 1"},
		{"a root that is lost, no table", change(bare, `(?ms)^2 0 obj.*?endobj`, ""), "1 2", "xref-rebuilt 1, page-tree 1"},
		{"a catalog that is lost", change(two, `(?ms)^1 0 obj.*?endobj`, ""), "1 2", "xref-rebuilt 1, page-tree 1"},
		{"a catalog that is lost, no table", change(bare, `(?ms)^1 0 obj.*?endobj`, ""), "1 2", "xref-rebuilt 1, page-tree 1"},
		{"a catalog and a root that are lost", change(bare, `(?ms)^1 0 obj.*?endobj.*?endobj`, ""), "1 2", "xref-rebuilt 1, page-tree 1"},
		{"a catalog without a type", swap(two, "/Type/Catalog", ""), "1 2", ""},
		{"a catalog without a type, no table", swap(bare, "/Type/Catalog", ""), "1 2", "xref-rebuilt 1, page-tree 1"},
		{"no parent", swap(two, "/Parent 2 0 R", ""), "1 2", ""},
		{"no resources", swap(two, "/Resources<</Font<</F 9 0 R>>>>", ""), "1 2", ""},
		{"resources that dangle", swap(two, "/Resources<</Font<</F 9 0 R>>>>", "/Resources 77 0 R"), "1 2", ""},
		{"resources that are a number", swap(two, "/Resources<</Font<</F 9 0 R>>>>", "/Resources 7"), "1 2", "resources 2"},
		{"fonts that dangle", swap(two, "/F 9 0 R", "/F 77 0 R"), "1 2", ""},
		{"no media box", swap(two, "/MediaBox[0 0 300 400]", ""), "1 2", "media-box 2"},
		{"a media box without an area", swap(two, "[0 0 300 400]", "[0 0 0 0]"), "1 2", "media-box 2"},
		{"a media box turned over", swap(two, "[0 0 300 400]", "[300 400 0 0]"), "1 2", ""},
		{"a media box of names", swap(two, "[0 0 300 400]", "[/a/b/c/d]"), "1 2", "media-box 2"},
		{"a media box of two", swap(two, "[0 0 300 400]", "[300 400]"), "1 2", "media-box 2"},
		{"a media box that dangles", swap(two, "/MediaBox[0 0 300 400]", "/MediaBox 77 0 R"), "1 2", "media-box 2"},
		{"a media box beyond measure", swap(two, "[0 0 300 400]", "[0 0 1e30 9999999999999999999999]"), "1 2", "media-box 2"},
		{"contents that are a number", swap(two, "/Contents 10 0 R", "/Contents 7"), " 2", "content-missing 1"},
		{"contents that dangle", swap(two, "/Contents 10 0 R", "/Contents[77 0 R null 10 0 R]"), "1 2", "content-missing 1"},
		{"contents of a wrong kind", swap(two, "/Contents 10 0 R", "/Contents[9 0 R 10 0 R 5]"), "1 2", "content-missing 1"},
		{"a rotation that is a name", swap(two, "/Type/Page/", "/Type/Page/Rotate/R90/"), "1 2", ""},
	}
	for i, c := range cases {
		if c.file = indexed(c.file); strings.Contains(c.file, "xref") {
			cases[i].file = c.file
		}
	}
	return cases
}
