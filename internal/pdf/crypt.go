package pdf

// method is how bytes are encrypted (ISO 32000-1, table 25).
type method uint8

const (
	methodNone method = iota
	methodRC4
	methodAESV2
	methodAESV3
)

// crypt is the standard security handler of an open document (ISO 32000-1,
// 7.6).
type crypt struct {
	key      []byte
	streams  method
	text     method
	filters  map[Name]method // the crypt filters of /CF
	metadata bool            // metadata streams are encrypted too
}

// unlock sets up decryption where the trailer asks for it.
func (d *Document) unlock(password string) error {
	o, err := d.Resolve(d.trailer["Encrypt"])
	if err != nil {
		return err
	}
	if o == nil {
		return nil
	}
	dict, ok := o.(Dict)
	if !ok {
		return malformed(-1, "encryption dictionary is a %T", o)
	}
	h, err := d.handler(dict)
	if err != nil {
		return err
	}
	c, err := d.cryptFilters(dict, h.version)
	if err != nil {
		return err
	}
	c.metadata = h.metadata
	if c.key, ok = h.unlock(password); !ok {
		return ErrPassword
	}
	d.crypt = c
	d.objects.clear() // what was read till now was read encrypted
	d.packs.clear()
	return nil
}

// cryptFilters reads which method serves streams and which strings.
func (d *Document) cryptFilters(dict Dict, version int) (*crypt, error) {
	c := &crypt{streams: methodRC4, text: methodRC4, filters: map[Name]method{}}
	if version < 4 {
		return c, nil
	}
	filters, err := d.Dict(dict["CF"])
	if err != nil {
		return nil, err
	}
	for name, o := range filters {
		f, err := d.Dict(o)
		if err != nil {
			return nil, err
		}
		if c.filters[name], err = d.cryptMethod(f["CFM"]); err != nil {
			return nil, err
		}
	}
	for key, m := range map[Name]*method{"StmF": &c.streams, "StrF": &c.text} {
		name, err := d.Name(dict[key])
		if err != nil {
			return nil, err
		}
		*m = c.filters[name] // Identity and the default stand for none
	}
	return c, nil
}

// cryptMethod reads the /CFM of a crypt filter.
func (d *Document) cryptMethod(o Object) (method, error) {
	name, err := d.Name(o)
	if err != nil {
		return methodNone, err
	}
	switch name {
	case "None", "":
		return methodNone, nil
	case "V2":
		return methodRC4, nil
	case "AESV2":
		return methodAESV2, nil
	case "AESV3":
		return methodAESV3, nil
	}
	return methodNone, &UnsupportedError{What: "crypt filter method " + string(name)}
}

// streamMethod returns how the body of a stream with this dictionary is
// encrypted: as all streams, or as its own Crypt filter says (ISO 32000-1,
// 7.4.10). Cross-reference streams never are.
func (c *crypt) streamMethod(dict Dict) method {
	if c == nil || dict["Type"] == Name("XRef") {
		return methodNone
	}
	if name, ok := cryptFilter(dict); ok {
		return c.filters[name]
	}
	if dict["Type"] == Name("Metadata") && !c.metadata {
		return methodNone
	}
	return c.streams
}

// cryptFilter returns the name that a stream's Crypt filter gives.
func cryptFilter(dict Dict) (Name, bool) {
	names, params := dict["Filter"], dict["DecodeParms"]
	if a, ok := names.(Array); ok && len(a) > 0 {
		names = a[0]
		if p, ok := params.(Array); ok && len(p) > 0 {
			params = p[0]
		}
	}
	if names != Name("Crypt") {
		return "", false
	}
	p, _ := params.(Dict)
	name, _ := p["Name"].(Name)
	return name, true
}
