// Package architecture holds the table of allowed imports: one way through the house, from case
// to plan to parts to packet, and no way back. It has tests alone.
package architecture

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "parolepack"

// pure are the stages that know no PDF; producers draw one kind of part each.
var (
	pure      = []string{"finding", "casefile", "catalog", "readiness", "plan", "why"}
	producers = []string{"fill", "compose", "exhibit", "practice"}
	makers    = append([]string{"assemble", "plan", "packet", "ink"}, producers...)
)

// A rule forbids imports to some packages.
type rule struct {
	says string
	// on reports whether the rule binds the package; packages go by their folder below the module.
	on func(pkg string) bool
	// bad reports whether the import breaks it; our own imports go by their folder, others by path.
	bad func(imported string) bool
}

func rules() []rule {
	return []rule{
		{"only cli imports urfave", not("internal/cli"), prefix("github.com/urfave/")},
		{"only compose imports gopdf", not("internal/compose"), prefix("github.com/signintech/gopdf")},
		{"only mend imports unipdf", not("internal/mend"), prefix("github.com/unidoc/")},
		{"only mend starts other programs", besides("internal/mend"), exact("os/exec")},
		{"mend knows the writer of files alone", among([]string{"mend"}), func(p string) bool { return strings.HasPrefix(p, "internal/") && p != "internal/output" }},
		{"only preview imports pdfium", not("internal/preview"), prefix("github.com/klippa-app/go-pdfium")},
		{"only fetch touches the network", not("internal/fetch"), exact("net", "net/http", "net/rpc", "net/smtp", "crypto/tls")},
		{"only preview runs WebAssembly", not("internal/preview"), prefix("github.com/tetratelabs/wazero")},
		{"pure stages know neither PDF nor producers", among(pure), anyOf(append([]string{"pdf", "ink", "assemble"}, producers...))},
		{"producers import neither each other nor assemble", among(producers), anyOf(append([]string{"assemble"}, producers...))},
		{"verify imports no maker", among([]string{"verify"}), anyOf(makers)},
		{"internal packages take templates, fields and samples as file systems", below("internal/"),
			exact("templates", "fields", "samples")},
		{"pdf stands on the standard library alone", among([]string{"pdf"}), func(p string) bool { return strings.Contains(p, "/") && !isStandard(p) }},
		{"font imports no other package of ours", among([]string{"font"}), prefix("internal/")},
	}
}

func not(pkg string) func(string) bool { return func(p string) bool { return p != pkg } }

// besides binds what a user runs, save one package.
func besides(pkg string) func(string) bool {
	return func(p string) bool { return p != pkg && !free(p) }
}

func prefix(with string) func(string) bool {
	return func(p string) bool { return strings.HasPrefix(p, with) }
}

func below(folder string) func(string) bool { return prefix(folder) }

func among(names []string) func(string) bool {
	return func(p string) bool { return slices.Contains(names, strings.TrimPrefix(p, "internal/")) }
}

func anyOf(names []string) func(string) bool {
	return func(p string) bool {
		name, ok := strings.CutPrefix(p, "internal/")
		return ok && slices.Contains(names, name)
	}
}

func exact(paths ...string) func(string) bool {
	return func(p string) bool { return slices.Contains(paths, p) }
}

// isStandard reports whether an import path is the standard library's: its first element has no dot.
func isStandard(p string) bool {
	first, _, _ := strings.Cut(p, "/")
	return !strings.Contains(first, ".") && first != "internal"
}

func TestImports(t *testing.T) {
	seen := 0
	for pkg, imports := range allImports(t) {
		for _, r := range rules() {
			for _, imported := range imports {
				seen++
				if r.on(pkg) && r.bad(imported) {
					t.Errorf("%s imports %s: %s", pkg, imported, r.says)
				}
			}
		}
	}
	if seen == 0 {
		t.Fatal("no import was read: the test looks in the wrong place")
	}
}

// TestRulesBite proves that each kind of rule would notice its own breach.
func TestRulesBite(t *testing.T) {
	for _, c := range []struct{ pkg, imported string }{
		{"internal/plan", "internal/pdf"}, {"internal/fill", "internal/assemble"}, {"internal/fill", "internal/exhibit"},
		{"internal/packet", "github.com/urfave/cli/v2"}, {"internal/plan", "github.com/signintech/gopdf"},
		{"internal/verify", "internal/assemble"}, {"internal/cli", "templates"}, {"internal/pdf", "golang.org/x/text/cases"},
		{"internal/font", "internal/pdf"}, {"internal/exhibit", "github.com/unidoc/unipdf/v3/model"},
		{"internal/cli", "os/exec"}, {"internal/mend", "internal/pdf"}, {"internal/report", "github.com/klippa-app/go-pdfium"},
	} {
		if !slices.ContainsFunc(rules(), func(r rule) bool { return r.on(c.pkg) && r.bad(c.imported) }) {
			t.Errorf("no rule forbids %s to import %s", c.pkg, c.imported)
		}
	}
}

// allImports reads the imports of every package that is built, tests left out.
func allImports(t *testing.T) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	for pkg, files := range sources(t, filepath.Join("..", "..")) {
		for _, file := range files {
			parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
			if err != nil {
				t.Fatal(err)
			}
			for _, i := range parsed.Imports {
				name, _ := strconv.Unquote(i.Path.Value)
				found[pkg] = append(found[pkg], strings.TrimPrefix(name, module+"/"))
			}
		}
	}
	return found
}

// sources lists the Go files of every package below root by the package's folder, tests left out.
func sources(t *testing.T, root string) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	err := filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return err
		}
		rel, err := filepath.Rel(root, filepath.Dir(file))
		pkg := path.Clean(filepath.ToSlash(rel))
		found[pkg] = append(found[pkg], file)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}
