package assemble

import (
	"maps"
	"regexp"
	"strings"
	"testing"

	"parolepack/internal/ink"
	"parolepack/internal/pdf"
)

// forbidden are the names of what acts, is attached, describes or belongs to a form: none may stand in a packet.
var forbidden = strings.Fields("JavaScript JS Launch SubmitForm ImportData GoToR GoToE RichMedia EmbeddedFile EmbeddedFiles Filespec EF " +
	"XFA AcroForm AA OpenAction Collection Metadata Thumb PieceInfo Threads Perms UR3 AF OPI Ref Alternates PS Rendition SetOCGState " +
	"Movie Sound Screen FileAttachment Widget StructTreeRoot StructElem Hide ResetForm Named Next")

// nasty is a file that holds one of everything that must not reach a packet.
func nasty(t *testing.T) *pdf.Document {
	return made(t, []spec{{contents: []string{"/Im Do /Fm Do /Post Do /Span /MC BDC EMC BT /AA 12 Tf 90 700 Td (seen) Tj ET"}}, {}}, func(w *pdf.Writer, pages []pdf.Dict, catalog pdf.Dict) {
		n := &nastyFile{t: t, w: w}
		catalog["OpenAction"] = pdf.Dict{"S": pdf.Name("JavaScript"), "JS": pdf.String("a()"), "Next": pdf.Array{n.act("Launch"), n.act("JavaScript")}}
		catalog["AA"] = pdf.Dict{"WC": n.act("JavaScript"), "DP": n.act("SubmitForm")}
		catalog["AF"] = pdf.Array{n.file()}
		catalog["Names"] = pdf.Dict{
			"JavaScript":    pdf.Dict{"Names": pdf.Array{pdf.String("1"), n.act("JavaScript"), pdf.String("2"), n.act("JavaScript")}},
			"EmbeddedFiles": pdf.Dict{"Kids": pdf.Array{pdf.Dict{"Names": pdf.Array{pdf.String("f"), n.file(), pdf.String("g"), n.otherFile()}}}},
		}
		catalog["AcroForm"] = pdf.Dict{"XFA": n.stream("", "<xdp/>"), "Fields": pdf.Array{}}
		catalog["Collection"] = pdf.Dict{"View": pdf.Name("D")}
		catalog["Metadata"] = n.stream("Metadata", "<x/>")
		catalog["StructTreeRoot"] = n.add(pdf.Dict{"Type": pdf.Name("StructTreeRoot"), "K": pdf.Dict{"Type": pdf.Name("StructElem")}})
		catalog["Perms"] = pdf.Dict{"UR3": n.add(pdf.Dict{"Type": pdf.Name("Sig")})}
		catalog["Threads"] = pdf.Array{}
		n.page(pages[0])
		n.annotations(pages[0])
		pages[1]["AA"] = pdf.Dict{"O": n.act("JavaScript")} // of a page that is not taken
	})
}

type nastyFile struct {
	t     *testing.T
	w     *pdf.Writer
	first pdf.Ref
}

func (n *nastyFile) add(o pdf.Object) pdf.Ref {
	ref, err := n.w.Add(o)
	must(n.t, err)
	return ref
}

func (n *nastyFile) stream(kind pdf.Name, body string) pdf.Ref {
	d := pdf.Dict{"Subtype": pdf.Name("XML")}
	if kind != "" {
		d["Type"] = kind
	}
	return n.add(pdf.NewStream(d, []byte(body)))
}

func (n *nastyFile) act(kind pdf.Name) pdf.Ref {
	return n.add(pdf.Dict{"Type": pdf.Name("Action"), "S": kind, "F": pdf.String("a.exe")})
}

// file is one and the same attached file, whoever asks.
func (n *nastyFile) file() pdf.Ref {
	if n.first == (pdf.Ref{}) {
		n.first = n.otherFile()
	}
	return n.first
}

func (n *nastyFile) otherFile() pdf.Ref {
	return n.add(pdf.Dict{"Type": pdf.Name("Filespec"), "EF": pdf.Dict{"F": n.stream("EmbeddedFile", "secret")}})
}

// page hangs things on a page and into the resources that its content uses.
func (n *nastyFile) page(page pdf.Dict) {
	font := func() pdf.Ref {
		return n.add(pdf.Dict{"Type": pdf.Name("Font"), "Subtype": pdf.Name("Type1"), "BaseFont": pdf.Name("Helvetica"), "Metadata": n.stream("Metadata", "")})
	}
	image := n.add(pdf.NewStream(pdf.Dict{
		"Type": pdf.Name("XObject"), "Subtype": pdf.Name("Image"), "Width": pdf.Integer(1), "Height": pdf.Integer(1), "StructParent": pdf.Integer(1),
		"BitsPerComponent": pdf.Integer(8), "ColorSpace": pdf.Name("DeviceGray"), "AF": pdf.Array{n.file()}, "Metadata": n.stream("Metadata", ""),
		"Alternates": pdf.Array{pdf.Dict{"Image": n.stream("", "")}}, "OPI": pdf.Dict{"2.0": pdf.Dict{"F": pdf.String("high.tif")}},
	}, []byte{0}))
	form := n.add(pdf.NewStream(pdf.Dict{
		"Type": pdf.Name("XObject"), "Subtype": pdf.Name("Form"), "BBox": box(9, 9), "PieceInfo": pdf.Dict{"Private": pdf.String("secret")},
		"Ref":       pdf.Dict{"F": pdf.Dict{"Type": pdf.Name("Filespec"), "F": pdf.String("other.pdf")}, "Page": pdf.Integer(0)},
		"Group":     pdf.Dict{"S": pdf.Name("Transparency"), "AA": pdf.Dict{"O": n.act("JavaScript")}},
		"Resources": pdf.Dict{"XObject": pdf.Dict{"Im": image}},
	}, []byte("/Im Do")))
	post := n.add(pdf.NewStream(pdf.Dict{"Type": pdf.Name("XObject"), "Subtype": pdf.Name("PS")}, []byte("showpage")))
	page["Resources"] = pdf.Dict{
		"Font": n.add(pdf.Dict{"AA": font()}), "XObject": pdf.Dict{"Im": image, "Fm": form, "Post": post},
		"Properties": pdf.Dict{"MC": pdf.Dict{"Metadata": n.stream("Metadata", ""), "AF": n.file(), "Deep": n.act("Launch")}},
	}
	page["AA"] = pdf.Dict{"O": n.act("JavaScript"), "C": n.act("ImportData")}
	page["AF"] = n.file()
	page["Metadata"], page["Thumb"] = n.stream("Metadata", ""), n.stream("", "")
	page["PieceInfo"] = pdf.Dict{"Private": pdf.String("secret")}
}

// annotations puts one annotation of each troublesome kind on the page.
func (n *nastyFile) annotations(page pdf.Dict) {
	look := n.add(pdf.NewStream(pdf.Dict{
		"Type": pdf.Name("XObject"), "Subtype": pdf.Name("Form"), "BBox": box(9, 9), "Metadata": n.stream("Metadata", ""),
		"Resources": pdf.Dict{"ExtGState": pdf.Dict{"G": pdf.Dict{"PieceInfo": pdf.Dict{}}}},
	}, []byte("0 0 9 9 re f")))
	shown := func(kind pdf.Name, more pdf.Dict) pdf.Dict {
		d := pdf.Dict{"Type": pdf.Name("Annot"), "Subtype": kind, "Rect": rect(10, 10, 20, 20), "F": pdf.Integer(4), "AP": pdf.Dict{"N": look}}
		maps.Copy(d, more)
		return d
	}
	var list pdf.Array
	for _, kind := range []pdf.Name{"JavaScript", "Launch", "SubmitForm", "ImportData", "GoToR", "GoToE", "Named", "SetOCGState", "Hide"} {
		list = append(list, pdf.Dict{"Type": pdf.Name("Annot"), "Subtype": pdf.Name("Link"), "Rect": rect(1, 1, 9, 9), "A": n.act(kind)})
	}
	for _, uri := range []string{"file:///etc/passwd", "javascript:x()", "data:text/html,x", "https://www.uscis.gov", "mailto:help@example.org"} {
		list = append(list, pdf.Dict{"Subtype": pdf.Name("Link"), "Rect": rect(1, 1, 9, 9), "A": pdf.Dict{
			"S": pdf.Name("URI"), "URI": pdf.String(uri), "Next": n.act("JavaScript"),
		}})
	}
	parent := n.add(pdf.Dict{"FT": pdf.Name("Tx"), "V": pdf.String("Haddad"), "AA": pdf.Dict{"K": n.act("JavaScript")}})
	list = append(list,
		pdf.Dict{"Subtype": pdf.Name("Link"), "Rect": rect(1, 1, 9, 9), "Dest": pdf.String("nowhere")},
		shown("Widget", pdf.Dict{"Parent": parent, "AA": pdf.Dict{"F": n.act("JavaScript")}}),
		shown("Widget", pdf.Dict{"Parent": parent}),
		shown("Widget", pdf.Dict{"FT": pdf.Name("Sig"), "V": n.add(pdf.Dict{"Type": pdf.Name("Sig")})}),
		shown("Stamp", pdf.Dict{"A": n.act("JavaScript"), "AF": n.file(), "Contents": pdf.String("a remark")}),
		shown("Screen", pdf.Dict{"A": n.add(pdf.Dict{"S": pdf.Name("Rendition"), "JS": pdf.String("x()")})}),
		shown("FileAttachment", pdf.Dict{"FS": n.otherFile()}),
		shown("FileAttachment", pdf.Dict{"FS": n.file()}),
		shown("RichMedia", pdf.Dict{"RichMediaContent": pdf.Dict{}}),
		shown("Movie", nil), shown("Sound", nil), shown("3D", nil),
	)
	page["Annots"] = list
}

// Nothing that acts, is attached or describes reaches the packet, wherever it hides, and each such thing is counted once.
func TestNothingNastyGetsThrough(t *testing.T) {
	d := nasty(t)
	b, sum := assembled(t, exhibitPlan(1), map[string][]ink.Page{"exhibit/lease": all(t, d, true, 0)[:1]})
	checked(t, b)
	text := objects(t, b)
	for _, name := range forbidden {
		for _, hit := range regexp.MustCompile(`/`+name+`\b.{0,40}`).FindAllString(text, -1) {
			if name != "AA" || !strings.HasPrefix(hit, "/AA ") || strings.HasPrefix(hit, "/AA <<") {
				t.Errorf("the packet holds %s", hit)
			}
		}
	}
	if strings.Contains(text, "secret") || strings.Contains(string(b), "secret") {
		t.Error("something secret is in the packet")
	}
	if img := rendered(t, b, 1, 72); dark(img, square(105, 110, 40)).Empty() {
		t.Error("the text in the font that goes by the name of AA is lost")
	}
	want := map[string]int{
		lostScripts:  2 + 1 + 2 + 1 + 1 + 5 + 1 + 1 + 1 + 1, // open 2, close, names 2, page, link, after links 5, field, its parent, stamp, screen
		lostLaunches: 3, lostSubmits: 2, lostImports: 2, lostElsewhere: 2, lostUnsafe: 3, lostInternal: 1,
		lostActions: 3 + 1, // links 3, the group's trigger
		lostFiles:   3, lostMedia: 5, lostSignatures: 1, lostComments: 1, lostXFA: 1, lostPortfolios: 1, lostFields: 3,
		lostReferences: 2, lostAlternates: 1, lostPostScript: 1, lostThumbnails: 1, lostPrivate: 3,
		lostMetadata: 1 + 1 + 1 + 1 + 1 + 1, // file, page, font, image, property list, appearance
		lostThreads:  1, lostRights: 1, lostStructure: 1,
	}
	for what, n := range want {
		if sum.Removed[what] != n {
			t.Errorf("%s: %d, want %d", what, sum.Removed[what], n)
		}
	}
	for what, n := range sum.Removed {
		if want[what] == 0 {
			t.Errorf("%s: %d, want none", what, n)
		}
	}
	if len(sum.Left) != 1 || sum.Left[0].Exhibit != "Exhibit C" || sum.Left[0].File != "lease.pdf" || sum.Left[0].Removed[0] != (Removal{lostFiles, 3}) {
		t.Errorf("told as %+v", sum.Left)
	}
	if links, err := opened(t, b).Links(1); err != nil || len(links) != 2 {
		t.Errorf("links %+v, %v", links, err)
	}
}
