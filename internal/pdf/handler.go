package pdf

import "fmt"

// handler holds the values of an encryption dictionary that keys are made of
// (ISO 32000-1, table 21).
type handler struct {
	version  int // /V
	revision int // /R
	length   int // of the key, in bytes
	owner    []byte
	user     []byte
	ownerKey []byte // /OE, revision 5 and later
	userKey  []byte // /UE
	perms    uint32
	id       []byte // the first half of the file's /ID
	metadata bool
}

// handler reads the encryption dictionary.
func (d *Document) handler(dict Dict) (*handler, error) {
	name, err := d.Name(dict["Filter"])
	if err != nil {
		return nil, err
	}
	if name != "Standard" {
		return nil, &UnsupportedError{What: "security handler " + string(name)}
	}
	h := &handler{metadata: true}
	for key, v := range map[Name]*int{"V": &h.version, "R": &h.revision, "Length": &h.length} {
		if *v, err = d.Int(dict[key]); err != nil {
			return nil, err
		}
	}
	for key, v := range map[Name]*[]byte{"O": &h.owner, "U": &h.user, "OE": &h.ownerKey, "UE": &h.userKey} {
		s, err := as[String](d, dict[key], "a string")
		if err != nil {
			return nil, err
		}
		*v = []byte(s)
	}
	perms, err := d.Number(dict["P"])
	if err != nil {
		return nil, err
	}
	h.perms = uint32(int64(perms))
	if o, err := d.Resolve(dict["EncryptMetadata"]); err != nil {
		return nil, err
	} else if o == false {
		h.metadata = false
	}
	h.id, err = d.firstID()
	if err != nil {
		return nil, err
	}
	return h, h.check()
}

// firstID returns the first string of the trailer's /ID.
func (d *Document) firstID() ([]byte, error) {
	ids, err := d.Array(d.trailer["ID"])
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	s, err := as[String](d, ids[0], "a string")
	return []byte(s), err
}

// check settles the length of the key and refuses what is not read.
func (h *handler) check() error {
	switch {
	case h.version == 1:
		h.length = 5
	case h.version == 2:
		if h.length == 0 {
			h.length = 40
		}
		h.length /= 8
	case h.version == 4:
		h.length = 16
	case h.version == 5:
		h.length = 32
	default:
		return &UnsupportedError{What: fmt.Sprintf("encryption version %d", h.version)}
	}
	if h.revision < 2 || h.revision > 6 || (h.version == 5) != (h.revision >= 5) {
		return &UnsupportedError{What: fmt.Sprintf("encryption revision %d of version %d", h.revision, h.version)}
	}
	want := 32
	if h.version == 5 {
		want = 48
	}
	if h.length < 5 || h.length > 32 || len(h.owner) < want || len(h.user) < want {
		return malformed(-1, "encryption dictionary with a key of %d bytes", h.length)
	}
	if h.version == 5 && (len(h.ownerKey) < 32 || len(h.userKey) < 32) {
		return malformed(-1, "encryption dictionary without its keys")
	}
	if h.version < 5 {
		h.owner = h.owner[:32]
		h.length = min(h.length, 16)
	}
	return nil
}
