package catalog

import (
	"reflect"
	"regexp"
	"slices"
)

var (
	unknownName = regexp.MustCompile(`^unknown name (\w+)`)
	noField     = regexp.MustCompile(`^type (\S+) has no field (\w+)`)
)

// hint suggests the name that was meant, where an expression names what does not exist.
func (c *compiler) hint(err error) string {
	message := plain(err)
	if m := unknownName.FindStringSubmatch(message); m != nil {
		names := envNames()
		for name := range c.config.Functions {
			names = append(names, name)
		}
		return suggest(m[1], slices.Sorted(slices.Values(names)))
	}
	if m := noField.FindStringSubmatch(message); m != nil {
		if t, ok := reachable(reflect.TypeFor[Env](), m[1]); ok {
			return suggest(m[2], namesOf(t))
		}
	}
	return ""
}

// reachable finds the struct type of that name among the types that t is made of.
func reachable(t reflect.Type, name string) (reflect.Type, bool) {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice:
		return reachable(t.Elem(), name)
	case reflect.Struct:
		if t.String() == name {
			return t, true
		}
		for i := range t.NumField() {
			if found, ok := reachable(t.Field(i).Type, name); ok {
				return found, true
			}
		}
	}
	return nil, false
}
