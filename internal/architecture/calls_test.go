package architecture

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// reserved names what of the system only some packages may touch: the clock enters once,
// files are written in one place, and other programs are started in one.
func reserved() map[string][]string {
	world := []string{"internal/cli", "cmd/parolepack"}
	writers := []string{"internal/output"}
	starters := []string{"internal/mend"}
	return map[string][]string{
		"time.Now": world, "os.Args": world, "os.Getenv": world, "os.Stdout": world, "os.Stderr": world,
		"os.Exit": {"cmd/parolepack"}, "os.UserConfigDir": world, "os.UserCacheDir": world,
		"os.Create": writers, "os.WriteFile": writers, "os.CreateTemp": writers, "os.Rename": writers, "os.MkdirAll": writers,
		"exec.Command": starters, "exec.CommandContext": starters, "exec.LookPath": starters, "os.StartProcess": starters,
	}
}

// free are the programs and helpers of tests, which build nothing for a user.
func free(pkg string) bool {
	return strings.HasPrefix(pkg, "internal/testkit") || strings.HasPrefix(pkg, "samples") || strings.HasPrefix(pkg, "bench")
}

func TestTheWorldEntersOnce(t *testing.T) {
	found := 0
	for _, u := range usesIn(t, filepath.Join("..", "..")) {
		allowed, watched := reserved()[u.name]
		if !watched || free(u.pkg) {
			continue
		}
		found++
		if !slices.Contains(allowed, u.pkg) {
			t.Errorf("%s uses %s; only %s may", u.pkg, u.name, strings.Join(allowed, " and "))
		}
	}
	if found == 0 {
		t.Fatal("no use was seen at all: the test looks in the wrong place")
	}
}

// use is one mention of a package's name, as in time.Now.
type use struct{ pkg, name string }

func usesIn(t *testing.T, root string) []use {
	t.Helper()
	var list []use
	for pkg, files := range sources(t, root) {
		for _, file := range files {
			parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(parsed, func(n ast.Node) bool {
				if sel, ok := n.(*ast.SelectorExpr); ok {
					if x, ok := sel.X.(*ast.Ident); ok {
						list = append(list, use{pkg, x.Name + "." + sel.Sel.Name})
					}
				}
				return true
			})
		}
	}
	return list
}
