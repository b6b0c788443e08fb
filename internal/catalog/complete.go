package catalog

import "reflect"

// pick returns the element at i, or an empty one, complete as all of Env is.
func pick[T any](list []T, i int) T {
	if i >= 0 && i < len(list) {
		return list[i]
	}
	var zero, out T
	complete(reflect.ValueOf(&out).Elem(), reflect.ValueOf(&zero).Elem())
	return out
}

// complete copies src into dst and puts an empty object wherever src has none. Pointers to plain
// values stay nil: there "not given" differs from zero.
func complete(dst, src reflect.Value) {
	switch src.Kind() {
	case reflect.Struct:
		for i := range src.NumField() {
			complete(dst.Field(i), src.Field(i))
		}
	case reflect.Pointer:
		if src.IsNil() && src.Type().Elem().Kind() != reflect.Struct {
			return
		}
		dst.Set(reflect.New(src.Type().Elem()))
		from := src.Elem()
		if src.IsNil() {
			from = reflect.Zero(src.Type().Elem())
		}
		complete(dst.Elem(), from)
	case reflect.Slice:
		if src.IsNil() {
			return
		}
		dst.Set(reflect.MakeSlice(src.Type(), src.Len(), src.Len()))
		for i := range src.Len() {
			complete(dst.Index(i), src.Index(i))
		}
	case reflect.Map:
		dst.Set(copyMap(src))
	default:
		dst.Set(src)
	}
}

func copyMap(src reflect.Value) reflect.Value {
	if src.IsNil() {
		return src
	}
	out := reflect.MakeMapWithSize(src.Type(), src.Len())
	for it := src.MapRange(); it.Next(); {
		out.SetMapIndex(it.Key(), it.Value())
	}
	return out
}
