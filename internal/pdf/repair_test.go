package pdf

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// said returns what the pages of a document say.
func said(d *Document) (string, error) {
	n, err := d.PageCount()
	if err != nil {
		return "", err
	}
	words := make([]string, n)
	for i := range words {
		p, err := d.Page(i + 1)
		if err != nil {
			return "", err
		}
		text, err := d.Content(p)
		if err != nil {
			return "", err
		}
		if m := regexp.MustCompile(`\(page (\d)\) Tj ET`).FindSubmatch(text); m != nil {
			words[i] = string(m[1])
		}
	}
	return strings.Join(words, " "), nil
}

// mendable is every repair case.
func mendable() []repairCase {
	return append(append(referenceCases(), objectCases()...), treeCases()...)
}

// noted spells the repairs of a document.
func noted(d *Document) string {
	var out []string
	for _, r := range d.Repairs() {
		out = append(out, fmt.Sprintf("%s %d", r.Kind, r.Count))
	}
	return strings.Join(out, ", ")
}

// Each damaged file shows its pages, tells what was mended, and is copied
// whole.
func TestRepairs(t *testing.T) {
	for _, c := range mendable() {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d := openBytes(t, []byte(c.file), Options{})
			if got, err := said(d); got != c.want || err != nil {
				t.Fatalf("pages say %q, want %q; %v", got, c.want, err)
			}
			var out bytes.Buffer
			if _, err := copyPages(NewWriter(&out, WriterOptions{}), d); err != nil {
				t.Fatal(err)
			}
			if got, err := said(openBytes(t, out.Bytes(), Options{})); got != c.want || err != nil {
				t.Errorf("copies say %q, want %q; %v", got, c.want, err)
			}
			if got := noted(d); got != c.kind {
				t.Errorf("repairs %q, want %q", got, c.kind)
			}
		})
	}
}

// The first pages of all of them make one clean file.
func TestRepairsCopyClean(t *testing.T) {
	var docs []*Document
	for _, c := range mendable() {
		if d := openBytes(t, []byte(c.file), Options{}); strings.HasPrefix(c.want, "1") {
			docs = append(docs, d)
		}
	}
	packed(t, WriterOptions{}, &growing{}, docs...)
}

// Encrypted files are searched for their objects too, those in object streams
// included, and decrypted once.
func TestRepairsEncrypted(t *testing.T) {
	for _, c := range lockedCases() {
		for _, password := range []string{"me", "boss"} {
			file := lockedFile(c, "me", "boss")
			d := openBytes(t, file[:bytes.LastIndex(file, []byte("startxref"))], Options{Password: password})
			if got := secrets(t, d); got != wantSecrets || noted(d) != "xref-rebuilt 1" {
				t.Errorf("%s with %q: %q, repairs %q", c.name, password, got, noted(d))
			}
		}
	}
}

// A file that claims encryption and does not say how is read as it stands;
// where the newest version is locked, the one before it is.
func TestRepairsClaimedEncryption(t *testing.T) {
	two := soundFile(2)
	locked := string(lockedFile(lockedCases()[1], "me", "boss"))
	for _, c := range []repairCase{
		{"a dictionary that dangles", swap(two, "/Root 1 0 R", "/Root 1 0 R/Encrypt 77 0 R"), "1 2", "encryption-ignored 1"},
		{"a locked version after one that is open", two + change(locked, `startxref\n\d+`, "startxref\n3"), "1 2", "xref-rebuilt 1, earlier-version 1"},
	} {
		d := openBytes(t, []byte(c.file), Options{})
		if got, err := said(d); got != c.want || noted(d) != c.kind || err != nil {
			t.Errorf("%s: pages say %q, repairs %q, %v", c.name, got, noted(d), err)
		}
	}
}

// A key that lost its value does not run into the length of the copied stream,
// whose body would then end at any `endobj` in it.
func TestKeyWithoutValueKeepsTheLength(t *testing.T) {
	const body = "(A)\nendobj (page 1) Tj ET"
	file := fmt.Sprintf("%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"+
		"3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R>>endobj 4 0 obj<</Length %d/B>>stream\n%s\nendstream endobj", len(body), body)
	var out bytes.Buffer
	if _, err := copyPages(NewWriter(&out, WriterOptions{}), openBytes(t, []byte(file), Options{})); err != nil {
		t.Fatal(err)
	}
	if got, err := said(openBytes(t, out.Bytes(), Options{})); got != "1" || err != nil {
		t.Errorf("the copy says %q, %v", got, err)
	}
}
