package casefile

import (
	"iter"
	"reflect"
)

// Texts yields every text of the case with its key, as in `beneficiaries[0].name.family`, in the order of the types.
func (c *Case) Texts() iter.Seq2[string, string] {
	return func(yield func(key, text string) bool) { texts(reflect.ValueOf(c), "", yield) }
}

// texts walks one value; it is false once nobody listens any more.
func texts(v reflect.Value, path string, yield func(key, text string) bool) bool {
	switch v.Kind() {
	case reflect.String:
		return v.Len() == 0 || yield(path, v.String())
	case reflect.Pointer:
		return v.IsNil() || texts(v.Elem(), path, yield)
	case reflect.Slice:
		for i := range v.Len() {
			if !texts(v.Index(i), at(path, i), yield) {
				return false
			}
		}
	case reflect.Struct:
		for _, f := range fieldsOf(v.Type()) {
			if !texts(v.FieldByIndex(f.index), join(path, f.key), yield) {
				return false
			}
		}
	}
	return true
}
