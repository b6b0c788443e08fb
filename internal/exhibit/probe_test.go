package exhibit

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"parolepack/internal/casefile"
	"parolepack/internal/evidence"
	"parolepack/internal/pdf"
	"parolepack/internal/testkit"
)

// put writes a file below root.
func put(t testing.TB, root, name string, b []byte) {
	t.Helper()
	path := filepath.Join(root, filepath.FromSlash(name))
	must(t, os.MkdirAll(filepath.Dir(path), 0o700))
	must(t, os.WriteFile(path, b, 0o600))
}

// pdfOf is a small PDF of so many pages.
func pdfOf(t testing.TB, pages int) []byte {
	t.Helper()
	b := &strings.Builder{}
	w := pdf.NewWriter(b, pdf.WriterOptions{})
	node := w.Reserve()
	var kids pdf.Array
	for range pages {
		ref, err := w.Add(pdf.Dict{"Type": pdf.Name("Page"), "Parent": node, "MediaBox": pdf.Rect{URX: 612, URY: 792}.Array()})
		must(t, err)
		kids = append(kids, ref)
	}
	must(t, w.Write(node, pdf.Dict{"Type": pdf.Name("Pages"), "Kids": kids, "Count": pdf.Integer(pages)}))
	root, err := w.Add(pdf.Dict{"Type": pdf.Name("Catalog"), "Pages": node})
	must(t, err)
	_, err = w.Close(root, nil)
	must(t, err)
	return []byte(b.String())
}

// caseOf is a case of one exhibit with these files.
func caseOf(files ...string) *casefile.Case {
	return &casefile.Case{Exhibits: []casefile.Exhibit{{ID: "x", Files: files}}}
}

func probed(t testing.TB, root string, c *casefile.Case) map[string]evidence.File {
	t.Helper()
	facts, err := Probe(t.Context(), root, c, 2, nil)
	must(t, err)
	return facts.Files
}

func TestProbeTellsWhatFilesAre(t *testing.T) {
	root := filepath.Join(t.TempDir(), "a case — é")
	scan, photo, shot := pdfOf(t, 5), jpegOf(t, corners(9, 9)), pngOf(t, corners(9, 9))
	put(t, root, "exhibits/tax.pdf", scan)
	put(t, root, "exhibits/photo.pdf", photo) // told by its bytes, not by its name
	put(t, root, "exhibits/shot.png", shot)
	put(t, root, "en.pdf", scan)
	put(t, root, "certificate.pdf", append([]byte("sent by fax\n"), pdfOf(t, 1)...))
	c := caseOf(`exhibits\tax.pdf#1-4`, "exhibits/photo.pdf", "./exhibits/shot.png", "exhibits/tax.pdf#5")
	c.Exhibits[0].Translation = &casefile.Translation{File: "en.pdf", Certificate: "certificate.pdf"}
	got := probed(t, root, c)
	sum := sha256.Sum256(scan)
	for path, want := range map[string]evidence.File{
		"exhibits/tax.pdf":   {Kind: evidence.PDF, Pages: 5, Size: int64(len(scan)), SHA256: hex.EncodeToString(sum[:])},
		"exhibits/photo.pdf": {Kind: evidence.JPEG, Pages: 1, Size: int64(len(photo))},
		"exhibits/shot.png":  {Kind: evidence.PNG, Pages: 1, Size: int64(len(shot))},
		"en.pdf":             {Kind: evidence.PDF, Pages: 5, Size: int64(len(scan))},
		"certificate.pdf":    {Kind: evidence.PDF, Pages: 1},
	} {
		f, ok := got[path]
		if !ok || f.Problem != nil {
			t.Errorf("%s: found %v, problem %+v", path, ok, f.Problem)
			continue
		}
		if f.Kind != want.Kind || f.Pages != want.Pages || want.Size != 0 && f.Size != want.Size || want.SHA256 != "" && f.SHA256 != want.SHA256 {
			t.Errorf("%s: %+v", path, f)
		}
		if !filepath.IsAbs(f.Abs) {
			t.Errorf("%s: found at %q", path, f.Abs)
		}
	}
	if len(got) != 5 {
		t.Errorf("%d files", len(got))
	}
}

func TestProbeNamesTheTrouble(t *testing.T) {
	root := t.TempDir()
	put(t, root, "exhibits/Passport.pdf", pdfOf(t, 1))
	put(t, root, "exhibits/short.pdf", pdfOf(t, 3))
	put(t, root, "exhibits/empty.pdf", nil)
	put(t, root, "exhibits/letter.pdf", []byte("PK\x03\x04 a Word file"))
	put(t, root, "exhibits/phone.jpg", []byte("\x00\x00\x00\x18ftypheic and so on"))
	put(t, root, "exhibits/notes.txt", []byte("just words"))
	put(t, root, "exhibits/torn.pdf", pdfOf(t, 1)[:60])
	put(t, root, "exhibits/torn.png", pngOf(t, corners(9, 9))[:50])
	put(t, root, "exhibits/bomb.jpg", bare(frame(0xC0, 8, 65535, 65535, 3)))
	for file, want := range map[string][2]string{
		"exhibits/passport.pdf":  {"is not there", `did you mean "exhibits/Passport.pdf"?`},
		"exhibit/Passport.pdf":   {"is not there", `did you mean "exhibits/Passport.pdf"?`},
		"exhibits/Passprot.pdf":  {"is not there", `did you mean "exhibits/Passport.pdf"?`},
		"exhibits/marriage.pdf":  {"is not there", "put it there"},
		"exhibits":               {"is a folder", "by itself"},
		"exhibits/empty.pdf":     {"is empty", ""},
		"exhibits/letter.pdf":    {"is a Word, Excel or ZIP file", "save it as a PDF"},
		"exhibits/phone.jpg":     {"is a HEIC picture", "save it as a PDF"},
		"exhibits/notes.txt":     {"unknown kind", "save it as a PDF"},
		"exhibits/torn.pdf":      {"is a damaged PDF", "print it to a new PDF"},
		"exhibits/torn.png":      {"is damaged", "from its source"},
		"exhibits/bomb.jpg":      {"megapixels", "save it again"},
		"exhibits/short.pdf#2-9": {"has 3 pages, and page 4 is asked for", "page range"},
		"exhibits/short.pdf#7-":  {"has 3 pages, and page 7 is asked for", "page range"},
	} {
		if runtime.GOOS != "linux" && strings.Contains(file, "passport") {
			continue // the file system sees no difference
		}
		path, _, _ := strings.Cut(file, "#")
		f, ok := probed(t, root, caseOf(file))[path]
		if !ok || f.Problem == nil {
			t.Errorf("%s: %+v", file, f)
			continue
		}
		if !strings.Contains(f.Problem.Summary, want[0]) || !strings.Contains(f.Problem.Do, want[1]) || f.Problem.Do == "" || f.Pages != 0 {
			t.Errorf("%s %s; %s", file, f.Problem.Summary, f.Problem.Do)
		}
	}
}

// A folder above the case is out of reach as written; a link inside the case is followed.
func TestPathsStayInside(t *testing.T) {
	root := t.TempDir()
	put(t, root, "outside.pdf", pdfOf(t, 1))
	inside := filepath.Join(root, "case")
	put(t, inside, "own.pdf", pdfOf(t, 1))
	for _, file := range []string{"../outside.pdf", `..\outside.pdf`, filepath.Join(root, "outside.pdf"), "a/../../outside.pdf"} {
		for path, f := range probed(t, inside, caseOf(file)) {
			if f.Problem == nil {
				t.Errorf("%s was read as %s", file, path)
			}
		}
		if _, trouble := locate(inside, file); trouble == nil {
			t.Errorf("%s was located", file)
		}
	}
	if err := os.Symlink(filepath.Join(root, "outside.pdf"), filepath.Join(inside, "link.pdf")); err != nil {
		t.Skip(err)
	}
	if f := probed(t, inside, caseOf("link.pdf"))["link.pdf"]; f.Problem != nil || f.Pages != 1 {
		t.Errorf("the link: %+v", f)
	}
}

// A name whose accents are stored apart, as a Mac does, is the same name.
func TestAccentsStoredApart(t *testing.T) {
	root := t.TempDir()
	put(t, root, "exhibits/re\u0301sume\u0301.pdf", pdfOf(t, 2))
	if f := probed(t, root, caseOf("exhibits/r\u00e9sum\u00e9.pdf"))["exhibits/r\u00e9sum\u00e9.pdf"]; f.Problem != nil || f.Pages != 2 {
		t.Errorf("got %+v", f.Problem)
	}
}

func TestProbeHeedsACancelledRun(t *testing.T) {
	root := t.TempDir()
	put(t, root, "a.pdf", pdfOf(t, 1))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Probe(ctx, root, caseOf("a.pdf"), 1, nil); err == nil {
		t.Error("no error")
	}
}

// Locked files of the corpus: without a password, with a wrong one, and with an empty user password.
func TestPasswords(t *testing.T) {
	dir := testkit.Corpus(t)
	index, err := os.ReadFile(filepath.Join(dir, "INDEX.tsv"))
	must(t, err)
	locked := 0
	for line := range strings.Lines(string(index)) {
		columns := strings.Split(line, "\t")
		if len(columns) < 6 || columns[4] != "yes" {
			continue
		}
		c := caseOf(columns[0])
		bare := probed(t, dir, c)[columns[0]]
		c.Exhibits[0].Password = "surely not this one"
		wrong := probed(t, dir, c)[columns[0]]
		if columns[5] != "yes" {
			continue
		}
		locked++
		if bare.Problem == nil || wrong.Problem == nil || bare.Problem.Summary != "needs a password" || wrong.Problem.Summary != "does not open with the password given" {
			t.Errorf("%s: %+v, %+v", columns[0], bare.Problem, wrong.Problem)
		}
	}
	if locked == 0 {
		t.Error("no locked file was tried")
	}
}
