package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"parolepack/internal/mend"
	"parolepack/internal/pdf"
	"parolepack/internal/testkit"
)

// TestMain lets scripts run the program itself, in a process of its own.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"parolepack": main})
}

// TestScripts runs every command as a user does. Scripts whose names begin with official need the
// agency's blanks and are skipped, saying so, where they are not at hand.
func TestScripts(t *testing.T) {
	t.Run("any", func(t *testing.T) { run(t, "testdata/script", nil) })
	t.Run("official", func(t *testing.T) {
		forms := testkit.Forms(t)
		run(t, "testdata/official", func(e *testscript.Env) { e.Setenv("FORMS", forms) })
	})
}

func run(t *testing.T, dir string, more func(*testscript.Env)) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:           dir,
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"pdfoutline": readPDF(outline), "pdflabels": readPDF(labels), "pdflinks": readPDF(links),
			"pdftext": readPDF(text), "pdfinfo": readPDF(info), "pdffields": readPDF(filled), "mode": mode, "mangle": mangle,
			"blankform": blankForm, "pngsize": pngSize, "serve": serveForms, "large": large, "interrupt": interrupt, "deepen": deepen,
			"inreadme": inReadme, "sample": sample,
		},
		Condition: func(name string) (bool, error) {
			if name != "unipdf" {
				return false, fmt.Errorf("the condition %q is unknown", name)
			}
			return mend.UniPDFBuilt, nil
		},
		Setup: func(e *testscript.Env) error {
			e.Setenv("PROGRAMS", filepath.SplitList(os.Getenv("PATH"))[0]) // where parolepack lies
			e.Setenv("SAMPLES", filepath.Join(root, "samples"))
			e.Setenv("HOME", filepath.Join(e.WorkDir, "home"))
			e.Setenv("XDG_CONFIG_HOME", filepath.Join(e.WorkDir, "home", ".config"))
			e.Setenv("XDG_CACHE_HOME", testkit.Cache(t)) // one for all
			e.Setenv("SOURCE_DATE_EPOCH", "1795478400")  // 2026-11-24
			if more != nil {
				more(e)
			}
			return os.CopyFS(filepath.Join(e.WorkDir, "medical"), os.DirFS(filepath.Join(root, "samples", "medical")))
		},
	})
}

// filled lists the form fields that have a value, each with its full name.
func filled(doc *pdf.Document, _ []string) (string, error) {
	list, err := doc.Fields()
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, f := range list {
		value, err := doc.Text(f.Dict["V"])
		if err != nil {
			return "", err
		}
		if value != "" && value != "Off" {
			fmt.Fprintf(&b, "%s = %s\n", f.Name, value)
		}
	}
	return b.String(), nil
}

// readPDF makes a script verb that opens its first argument and prints what f reads of it.
func readPDF(f func(*pdf.Document, []string) (string, error)) func(*testscript.TestScript, bool, []string) {
	return func(ts *testscript.TestScript, neg bool, args []string) {
		if len(args) == 0 {
			ts.Fatalf("a PDF file is missing")
		}
		doc, err := pdf.OpenFile(ts.MkAbs(args[0]), pdf.Options{})
		var out string
		if err == nil {
			defer doc.Close()
			out, err = f(doc, args[1:])
		}
		if neg != (err != nil) {
			ts.Fatalf("%s: %v", args[0], err)
		}
		fmt.Fprint(ts.Stdout(), out)
	}
}

// outline prints the bookmarks, indented, with their pages.
func outline(doc *pdf.Document, _ []string) (string, error) {
	list, err := doc.Outline()
	var b strings.Builder
	for _, m := range list {
		fmt.Fprintf(&b, "%s%s -> %d\n", strings.Repeat("  ", m.Level), m.Title, m.Page)
	}
	return b.String(), err
}

// labels prints the page labels on one line.
func labels(doc *pdf.Document, _ []string) (string, error) {
	list, err := doc.PageLabels()
	return strings.Join(list, "|") + "\n", err
}

// links prints each page's links.
func links(doc *pdf.Document, _ []string) (string, error) {
	count, err := doc.PageCount()
	var b strings.Builder
	for n := 1; err == nil && n <= count; n++ {
		var list []pdf.Link
		list, err = doc.Links(n)
		for _, l := range list {
			to := l.URI
			if to == "" {
				to = fmt.Sprintf("page %d", l.Page)
			}
			fmt.Fprintf(&b, "%d -> %s\n", n, to)
		}
	}
	return b.String(), err
}

// text prints the text of one page, or of all.
func text(doc *pdf.Document, args []string) (string, error) {
	if len(args) == 1 {
		n, err := strconv.Atoi(args[0])
		if err != nil {
			return "", err
		}
		return testkit.Text(doc, n)
	}
	count, err := doc.PageCount()
	var b strings.Builder
	for n := 1; err == nil && n <= count; n++ {
		var page string
		page, err = testkit.Text(doc, n)
		fmt.Fprintf(&b, "=== page %d\n%s", n, page)
	}
	return b.String(), err
}

// info prints title, language and page count, and what a packet must not hold.
func info(doc *pdf.Document, _ []string) (string, error) {
	root, err := doc.Root()
	if err != nil {
		return "", err
	}
	count, err := doc.PageCount()
	if err != nil {
		return "", err
	}
	about, err := doc.Dict(doc.Trailer()["Info"])
	if err != nil {
		return "", err
	}
	title, _ := doc.Text(about["Title"])
	language, _ := doc.Text(root["Lang"])
	var b strings.Builder
	fmt.Fprintf(&b, "title %s\nlanguage %s\npages %d\n", title, language, count)
	for _, key := range []pdf.Name{"AcroForm", "OpenAction", "AA", "Names", "Perms"} {
		if _, there := root[key]; there {
			fmt.Fprintf(&b, "has %s\n", key)
		}
	}
	if doc.Encrypted() {
		b.WriteString("is encrypted\n")
	}
	return b.String(), nil
}

// mode holds a file's permissions against octal digits.
func mode(ts *testscript.TestScript, neg bool, args []string) {
	info, err := os.Stat(ts.MkAbs(args[1]))
	ts.Check(err)
	if got := fmt.Sprintf("%o", info.Mode().Perm()); (got == args[0]) == neg {
		ts.Fatalf("%s has mode %s, want %s", args[1], got, args[0])
	}
}

// mangle replaces text in a file: mangle FILE OLD NEW. The old text must be there.
func mangle(ts *testscript.TestScript, _ bool, args []string) {
	path := ts.MkAbs(args[0])
	data, err := os.ReadFile(path)
	ts.Check(err)
	changed := strings.Replace(string(data), args[1], args[2], 1)
	if changed == string(data) {
		ts.Fatalf("%s does not hold %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(path, []byte(changed), 0o600))
}

// inReadme holds each line of the last command's output against README.md; numbers of bytes and
// hashes may differ there.
func inReadme(ts *testscript.TestScript, _ bool, _ []string) {
	readme, err := os.ReadFile("../../README.md")
	ts.Check(err)
	changing := regexp.MustCompile(`\d+ kB|[0-9a-f]{64}`)
	shown := changing.ReplaceAllString(string(readme), "N")
	for line := range strings.Lines(ts.ReadFile("stdout")) {
		if line = changing.ReplaceAllString(line, "N"); !strings.Contains(shown, line) {
			ts.Fatalf("README.md does not show the line %q", line)
		}
	}
}
