package pdf

import "math"

// maxHops bounds a chain of references to references.
const maxHops = 32

// Resolve follows references from o to a value that is none. A chain that
// does not end is a *MalformedError.
func (d *Document) Resolve(o Object) (Object, error) {
	for range maxHops {
		r, ok := o.(Ref)
		if !ok {
			return o, nil
		}
		var err error
		if o, err = d.Load(r); err != nil {
			return nil, err
		}
	}
	return nil, malformed(-1, "references that never end")
}

// as resolves o to a T; null gives the zero T, any other type an error.
func as[T any](d *Document, o Object, what string) (T, error) {
	var zero T
	o, err := d.Resolve(o)
	if err != nil || o == nil {
		return zero, err
	}
	v, ok := o.(T)
	if !ok {
		return zero, malformed(-1, "%T where %s should be", o, what)
	}
	return v, nil
}

// Dict resolves o to a dictionary; a stream gives its own. Null gives nil,
// another type a *MalformedError.
func (d *Document) Dict(o Object) (Dict, error) {
	o, err := d.Resolve(o)
	if s, ok := o.(*Stream); ok && err == nil {
		return s.Dict, nil
	}
	if err != nil {
		return nil, err
	}
	return as[Dict](d, o, "a dictionary")
}

// Array resolves o to an array. Null gives nil, another type a
// *MalformedError.
func (d *Document) Array(o Object) (Array, error) { return as[Array](d, o, "an array") }

// Name resolves o to a name. Null gives the empty name, another type a
// *MalformedError.
func (d *Document) Name(o Object) (Name, error) { return as[Name](d, o, "a name") }

// Bool resolves o to a boolean. Null gives false, another type a
// *MalformedError.
func (d *Document) Bool(o Object) (bool, error) { return as[bool](d, o, "a boolean") }

// Stream resolves o to a stream. Null gives nil, another type a
// *MalformedError.
func (d *Document) Stream(o Object) (*Stream, error) { return as[*Stream](d, o, "a stream") }

// Number resolves o to a number of either kind. Null gives 0, another type a
// *MalformedError.
func (d *Document) Number(o Object) (float64, error) {
	o, err := d.Resolve(o)
	if err != nil {
		return 0, err
	}
	switch v := o.(type) {
	case nil:
		return 0, nil
	case Integer:
		return float64(v), nil
	case Real:
		return float64(v), nil
	}
	return 0, malformed(-1, "%T where a number should be", o)
}

// Int resolves o to a whole number; a real is cut off. Null gives 0, another
// type or one beyond 32 bits a *MalformedError.
func (d *Document) Int(o Object) (int, error) {
	v, err := d.Number(o)
	if err != nil {
		return 0, err
	}
	if math.Abs(v) > math.MaxUint32 {
		return 0, malformed(-1, "number %g out of range", v)
	}
	return int(v), nil
}

// maxText bounds a text that is kept in a stream, in bytes.
const maxText = 1 << 20

// Text resolves o to a text string (ISO 32000-1, 7.9.2.2) and returns it as
// UTF-8. Null gives the empty string, another type but a name or a stream,
// which stand for a text in some files, a *MalformedError.
func (d *Document) Text(o Object) (string, error) {
	o, err := d.Resolve(o)
	if err != nil {
		return "", err
	}
	switch v := o.(type) {
	case nil:
		return "", nil
	case String:
		return v.Text(), nil
	case Name:
		return String(v).Text(), nil
	case *Stream:
		data, err := d.decodeUpTo(v, maxText)
		return String(data).Text(), err
	}
	return "", malformed(-1, "%T where text should be", o)
}

// Rect resolves o to a rectangle with its corners in order; ok is false where
// it is no array of four numbers.
func (d *Document) Rect(o Object) (r Rect, ok bool, err error) {
	o, err = d.Resolve(o)
	a, isArray := o.(Array)
	if err != nil || !isArray || len(a) < 4 {
		return Rect{}, false, err
	}
	v, ok, err := d.numbers(a[:4])
	if !ok || err != nil {
		return Rect{}, false, err
	}
	return Rect{v[0], v[1], v[2], v[3]}.normal(), true, nil
}

// numbers resolves the elements of a; ok is false where one is no number.
func (d *Document) numbers(a Array) (out []float64, ok bool, err error) {
	out = make([]float64, len(a))
	for i, o := range a {
		if o, err = d.Resolve(o); err != nil {
			return nil, false, err
		}
		switch v := o.(type) {
		case Integer:
			out[i] = float64(v)
		case Real:
			out[i] = float64(v)
		default:
			return nil, false, nil
		}
	}
	return out, true, nil
}
