package catalog

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/expr-lang/expr/ast"

	"parolepack/internal/casefile"
)

// sources collects what an expression reads, as paths from the names of Env. The tree is visited
// from its leaves up, so a longer path takes the place of the one it begins with, which was
// collected just before it.
type sources struct {
	names []string
	paths []string
}

// sourcesOf returns what an expression's value is made of. The condition of a ?: counts only
// where neither branch reads anything: it chooses the value but is no part of it.
func sourcesOf(root ast.Node) []string {
	if c, ok := root.(*ast.ConditionalNode); ok {
		if paths := append(sourcesOf(c.Exp1), sourcesOf(c.Exp2)...); len(paths) > 0 {
			return unique(paths)
		}
	}
	s := &sources{names: envNames()}
	ast.Walk(&root, s)
	return unique(s.paths)
}

// unique keeps the first of each, in order.
func unique(list []string) []string {
	var out []string
	for _, x := range list {
		if !slices.Contains(out, x) {
			out = append(out, x)
		}
	}
	return out
}

// Visit collects one node.
func (s *sources) Visit(node *ast.Node) {
	path, ok := s.path(*node)
	if !ok {
		return
	}
	if _, leaf := (*node).(*ast.IdentifierNode); !leaf {
		s.paths = s.paths[:len(s.paths)-1]
	}
	s.paths = append(s.paths, path)
}

// path returns the path that a node stands for, where it is one.
func (s *sources) path(node ast.Node) (string, bool) {
	switch n := node.(type) {
	case *ast.IdentifierNode:
		return n.Value, slices.Contains(s.names, n.Value)
	case *ast.MemberNode:
		base, ok := s.path(n.Node)
		switch p := n.Property.(type) {
		case *ast.StringNode:
			return base + "." + p.Value, ok
		case *ast.IntegerNode:
			return fmt.Sprintf("%s[%d]", base, p.Value), ok
		}
	case *ast.CallNode:
		return s.call(n)
	}
	return "", false
}

// call returns the path of what a function picks out, as nth_name, lives and state do.
func (s *sources) call(n *ast.CallNode) (string, bool) {
	callee, ok := n.Callee.(*ast.IdentifierNode)
	if !ok || len(n.Arguments) == 0 {
		return "", false
	}
	base, ok := s.path(n.Arguments[0])
	switch {
	case callee.Value == "lives" || callee.Value == "lives_elsewhere":
		return base + ".physical_address", ok
	case callee.Value == "state":
		return base + ".state", ok
	case callee.Value == "unit_is":
		return base + ".unit.type", ok
	case strings.HasPrefix(callee.Value, "nth_") && len(n.Arguments) == 2:
		i, constant := n.Arguments[1].(*ast.IntegerNode)
		if constant {
			return fmt.Sprintf("%s[%d]", base, i.Value-1), ok
		}
	}
	return "", false
}

// namesOf returns the keys that a type's expressions may use, those of embedded types included.
func namesOf(t reflect.Type) []string {
	var names []string
	for i := range t.NumField() {
		f := t.Field(i)
		switch tag := f.Tag.Get("expr"); {
		case f.Anonymous:
			names = append(names, namesOf(f.Type)...)
		case tag != "" && tag != "-":
			names = append(names, tag)
		}
	}
	return names
}

func envNames() []string   { return namesOf(reflect.TypeFor[Env]()) }
func personKeys() []string { return namesOf(reflect.TypeFor[casefile.Person]()) }

// person returns whoever a name of Env stands for.
func (env *Env) person(name string) (*casefile.Person, bool) {
	switch name {
	case "filer":
		return &env.Filer, true
	case "petitioner":
		return &env.Petitioner.Person, true
	case "beneficiary":
		return &env.Beneficiary.Person, true
	case "supporter":
		return &env.Supporter.Person, true
	case "client":
		return &env.Client, true
	}
	return nil, false
}
