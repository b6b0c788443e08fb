package catalog

import (
	"errors"
	"fmt"
	"reflect"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/checker"
	exprcompiler "github.com/expr-lang/expr/compiler"
	"github.com/expr-lang/expr/conf"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/optimizer"
	"github.com/expr-lang/expr/vm"
)

// An outcome is what an expression must give.
type outcome reflect.Kind

const (
	outcomeText = outcome(reflect.String)
	outcomeBool = outcome(reflect.Bool)
)

// An Expr is one compiled expression of a map. It is safe for concurrent use.
type Expr struct {
	// Source is the expression as written.
	Source string
	// From names what the value is made of, in the order written: keys of Env, as in
	// beneficiary.request.reasons. Env.Key turns each into a key of the case file.
	From    []string
	program *vm.Program
}

func (e *Expr) string(env *Env) (string, error) {
	v, err := expr.Run(e.program, env)
	if err != nil {
		return "", e.failure(err)
	}
	s, ok := v.(string)
	if !ok {
		return "", fmt.Errorf("%s gives %T, not text", e.Source, v)
	}
	return s, nil
}

func (e *Expr) bool(env *Env) (bool, error) {
	v, err := expr.Run(e.program, env)
	if err != nil {
		return false, e.failure(err)
	}
	b, ok := v.(bool)
	if !ok {
		return false, fmt.Errorf("%s gives %T, not true or false", e.Source, v)
	}
	return b, nil
}

func (e *Expr) failure(err error) error { return fmt.Errorf("%s: %s", e.Source, plain(err)) }

// A compiler type-checks expressions against Env. It keeps one view of Env's types for all of
// them, which is most of the cost of compiling, so it serves one goroutine.
type compiler struct{ config *conf.Config }

func newCompiler() *compiler {
	config := conf.New(Env{})
	for _, f := range functions() {
		config.Functions[f.Name] = f
	}
	return &compiler{config}
}

func (c *compiler) compile(source string, want outcome) (*Expr, error) {
	c.config.Expect, c.config.ExpectAny = reflect.Kind(want), false
	tree, err := checker.ParseCheck(source, c.config)
	if err != nil {
		return nil, fmt.Errorf("%s: %s%s", source, plain(err), c.hint(err))
	}
	from := sourcesOf(tree.Node)
	if err := optimizer.Optimize(&tree.Node, c.config); err != nil {
		return nil, fmt.Errorf("%s: %s", source, plain(err))
	}
	program, err := exprcompiler.Compile(tree, c.config)
	if err != nil {
		return nil, fmt.Errorf("%s: %s", source, plain(err))
	}
	return &Expr{Source: source, From: from, program: program}, nil
}

// plain is the library's message without its picture of the source.
func plain(err error) string {
	var at *file.Error
	if errors.As(err, &at) {
		return at.Message
	}
	return err.Error()
}
