package catalog

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/expr-lang/expr/builtin"

	"parolepack/internal/casefile"
)

// functions are what a map's expressions may call beside the language's own. Places count from 1,
// as rows and digits do on paper.
func functions() []*builtin.Function {
	return slices.Concat(
		textFunctions(), numberFunctions(), personFunctions(), addressFunctions(), truthFunctions(),
	)
}

func textFunctions() []*builtin.Function {
	return []*builtin.Function{
		unary("date", formDate),
		unary("phone", phone),
		unary("digits", digits),
		unary("anumber", ANumber),
		unary("upper", strings.ToUpper),
		unary("stay_length", StayLength),
		unary("city_country", CityCountry),
		binary("join", func(list []string, sep string) string { return strings.Join(list, sep) }),
		binary("has", func(list []string, word string) bool { return slices.Contains(list, word) }),
	}
}

func numberFunctions() []*builtin.Function {
	return []*builtin.Function{
		overloaded(unary("usd", usdAnswer), unary("usd", USD)),
		unary("income_total", incomeTotal),
		binary("digit", digit),
		overloaded(unary("number", number), unary("number", func(n int) string { return number(&n) })),
		overloaded(unary("asset_total", assetTotal), unary("asset_total", cashTotal)),
		unary("asset_kind", assetKind),
		overloaded(binary("nth_asset", nth[casefile.Asset]), binary("nth_asset", nth[casefile.CashAsset])),
		overloaded(binary("assets_from", assetsFrom), binary("assets_from", holdingsFrom)),
		binary("assets_of", assetsOf),
		binary("nth_benefit", nth[casefile.Benefit]),
		binary("benefits_from", benefitsFrom),
		binary("nth_dependent", nth[casefile.Dependent]),
		binary("dependents_from", dependentsFrom),
		unary("but_self", butSelf),
		{Name: "count", Func: count, Types: []reflect.Type{reflect.TypeFor[func(any) int]()}},
	}
}

func personFunctions() []*builtin.Function {
	return []*builtin.Function{
		unary("full_name", FullName),
		binary("status_words", statusWords),
		binary("nth_name", nth[casefile.Name]),
		binary("names_from", namesFrom),
		ofPerson("lives", lives),
		ofPerson("lives_elsewhere", livesElsewhere),
	}
}

func addressFunctions() []*builtin.Function {
	return []*builtin.Function{
		binary("unit_is", unitIs),
		unary("state", usState),
		unary("abroad", abroad),
		unary("postal_street", postalStreet),
		unary("postal_city", postalCity),
	}
}

func truthFunctions() []*builtin.Function {
	return []*builtin.Function{
		unary("yes", yes),
		unary("no", no),
		unary("answered", func(b *bool) bool { return b != nil }),
		{
			Name:  "given",
			Func:  func(args ...any) (any, error) { return given(args[0]), nil },
			Types: []reflect.Type{reflect.TypeFor[func(any) bool]()},
		},
	}
}

// unary makes an expression function of f; a pointer to A is accepted where A is wanted.
func unary[A, R any](name string, f func(A) R) *builtin.Function {
	return &builtin.Function{
		Name:  name,
		Types: []reflect.Type{reflect.TypeOf(f)},
		Func: func(args ...any) (any, error) {
			a, err := argument[A](name, args[0])
			if err != nil {
				return nil, err
			}
			return f(a), nil
		},
	}
}

func binary[A, B, R any](name string, f func(A, B) R) *builtin.Function {
	return &builtin.Function{
		Name:  name,
		Types: []reflect.Type{reflect.TypeOf(f)},
		Func: func(args ...any) (any, error) {
			a, err := argument[A](name, args[0])
			if err != nil {
				return nil, err
			}
			b, err := argument[B](name, args[1])
			if err != nil {
				return nil, err
			}
			return f(a, b), nil
		},
	}
}

// overloaded makes one function of several of the same name; the first that takes the argument runs.
func overloaded(fs ...*builtin.Function) *builtin.Function {
	out := &builtin.Function{Name: fs[0].Name}
	for _, f := range fs {
		out.Types = append(out.Types, f.Types...)
	}
	out.Func = func(args ...any) (v any, err error) {
		for _, f := range fs {
			if v, err = f.Func(args...); err == nil {
				return v, nil
			}
		}
		return nil, err
	}
	return out
}

// ofPerson makes a function that takes whoever is a person: filer, beneficiary, supporter.
func ofPerson[R any](name string, f func(casefile.Person) R) *builtin.Function {
	return overloaded(
		unary(name, f),
		unary(name, func(p casefile.Petitioner) R { return f(p.Person) }),
		unary(name, func(b casefile.Beneficiary) R { return f(b.Person) }),
		unary(name, func(s casefile.Supporter) R { return f(s.Person) }),
	)
}

func argument[A any](name string, v any) (A, error) {
	switch v := v.(type) {
	case A:
		return v, nil
	case *A:
		if v != nil {
			return *v, nil
		}
	}
	var zero A
	return zero, fmt.Errorf("%s takes no %T", name, v)
}

// nth returns the element at place i, counted from 1, or an empty one.
func nth[T any](list []T, i int) T { return pick(list, i-1) }

// count returns how many elements a list has.
func count(args ...any) (any, error) {
	v := reflect.ValueOf(args[0])
	if v.Kind() != reflect.Slice {
		return nil, fmt.Errorf("count takes a list, not %T", args[0])
	}
	return v.Len(), nil
}

// yes reports an optional answer of true, no one of false; an answer not given is neither.
func yes(b *bool) bool { return b != nil && *b }
func no(b *bool) bool  { return b != nil && !*b }

// given reports whether a value says anything: text that is not empty, a number that is not zero,
// an answer of either kind, a list with elements, an object of which any part is given.
func given(v any) bool { return v != nil && says(reflect.ValueOf(v)) }

func says(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return false
		}
		return v.Type().Elem().Kind() != reflect.Struct || says(v.Elem())
	case reflect.Struct:
		for i := range v.NumField() {
			if says(v.Field(i)) {
				return true
			}
		}
		return false
	case reflect.Slice, reflect.Map:
		return v.Len() > 0
	}
	return !v.IsZero()
}
