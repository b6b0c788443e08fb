package pdf

// Decode returns the body of s decrypted and with all its filters undone
// (ISO 32000-1, 7.4): Flate, LZW, RunLength, ASCIIHex and ASCII85, and their
// predictors. A body that breaks off or fails its checksum gives what came
// before, as in other readers. An image filter is an *UnsupportedError; a
// result longer than Limits.Decoded a *MalformedError.
func (d *Document) Decode(s *Stream) ([]byte, error) { return d.decodeUpTo(s, d.limits.Decoded) }

// decodeUpTo is Decode for a result of at most limit bytes.
func (d *Document) decodeUpTo(s *Stream, limit int64) ([]byte, error) {
	if _, ok := s.Dict["F"]; ok {
		return nil, &UnsupportedError{What: "stream in another file"}
	}
	data, err := d.Raw(s)
	if err != nil {
		return nil, err
	}
	filters, err := d.filters(s.Dict)
	if err != nil {
		return nil, err
	}
	for _, f := range filters {
		if d.decoded.left() == 0 {
			return nil, malformed(s.off, "streams of more than %d bytes in all when decoded", d.decoded.most)
		}
		if data, err = d.undo(f, data, limit); err != nil {
			d.decoded.take(limit) // most of what fails is too long
			return nil, err
		}
		d.decoded.take(int64(len(data)))
	}
	if int64(len(data)) > limit {
		return nil, tooLong(limit)
	}
	return data, nil
}

// tooLong refuses a stream that decodes to more than limit bytes.
func tooLong(limit int64) error {
	return malformed(-1, "stream longer than %d bytes when decoded", limit)
}

// filter is one step of a stream's encoding.
type filter struct {
	name   Name
	params Dict
}

// maxFilters bounds how many filters one stream may name.
const maxFilters = 16

// filters returns the filters of a stream in the order they are undone.
func (d *Document) filters(dict Dict) ([]filter, error) {
	names, err := d.list(dict["Filter"])
	if err != nil {
		return nil, err
	}
	params, err := d.list(dict["DecodeParms"])
	if err != nil {
		return nil, err
	}
	if len(names) > maxFilters {
		return nil, malformed(-1, "stream with %d filters", len(names))
	}
	out := make([]filter, len(names))
	for i, n := range names {
		if out[i].name, err = d.Name(n); err != nil {
			return nil, err
		}
		if i < len(params) {
			if out[i].params, err = d.Dict(params[i]); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// list returns o as an array: one that is none is an array of one.
func (d *Document) list(o Object) (Array, error) {
	o, err := d.Resolve(o)
	if err != nil || o == nil {
		return nil, err
	}
	if a, ok := o.(Array); ok {
		return a, nil
	}
	return Array{o}, nil
}

// undo undoes one filter.
func (d *Document) undo(f filter, data []byte, limit int64) ([]byte, error) {
	var err error
	switch f.name {
	case "FlateDecode", "Fl":
		data, err = d.inflate(data, limit)
	case "LZWDecode", "LZW":
		early, e := d.intOr(f.params["EarlyChange"], 1)
		if e != nil {
			return nil, e
		}
		data, err = unLZW(data, early != 0, limit)
	case "RunLengthDecode", "RL":
		return unRunLength(data, limit)
	case "ASCIIHexDecode", "AHx":
		return unASCIIHex(data), nil
	case "ASCII85Decode", "A85":
		return unASCII85(data, limit)
	case "Crypt":
		return data, nil // undone with the encryption
	default:
		return nil, &UnsupportedError{What: "filter " + string(f.name)}
	}
	if err != nil {
		return nil, err
	}
	return d.unpredict(f.params, data)
}

// intOr returns o as an integer, or def where it is null.
func (d *Document) intOr(o Object, def int) (int, error) {
	o, err := d.Resolve(o)
	if err != nil || o == nil {
		return def, err
	}
	return d.Int(o)
}
