package pdf

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"fmt"
)

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

// strings returns how the strings of object r are decrypted, or nil where
// they are not encrypted.
func (c *crypt) strings(r Ref) func(String) String {
	if c == nil || c.text == methodNone {
		return nil
	}
	var key []byte
	return func(s String) String {
		if key == nil {
			key = c.objectKey(c.text, r)
		}
		return String(decryptBytes(c.text, key, []byte(s)))
	}
}

// objectKey returns the key for one object (ISO 32000-1, 7.6.2, algorithm 1).
func (c *crypt) objectKey(m method, r Ref) []byte {
	if m == methodAESV3 {
		return c.key
	}
	h := md5.New()
	h.Write(c.key)
	h.Write([]byte{byte(r.Num), byte(r.Num >> 8), byte(r.Num >> 16), byte(r.Gen), byte(r.Gen >> 8)})
	if m == methodAESV2 {
		h.Write([]byte("sAlT"))
	}
	return h.Sum(nil)[:min(len(c.key)+5, 16)]
}

// decryptBytes decrypts a whole string. What is no AES text at all is left as
// it is.
func decryptBytes(m method, key, data []byte) []byte {
	if m == methodRC4 {
		k, err := rc4.NewCipher(key)
		if err != nil {
			return data
		}
		k.XORKeyStream(data, data)
		return data
	}
	block, err := aes.NewCipher(key)
	if err != nil || len(data) < 2*aes.BlockSize {
		return nil
	}
	iv, body := data[:aes.BlockSize], data[aes.BlockSize:]
	body = body[:len(body)/aes.BlockSize*aes.BlockSize]
	cipher.NewCBCDecrypter(block, iv).CryptBlocks(body, body)
	return body[:len(body)-padding(body)]
}

// padding returns how many bytes of padding end body (ISO 32000-1, 7.6.2), or
// 0 where it has none that makes sense.
func padding(body []byte) int {
	n := int(body[len(body)-1])
	if n < 1 || n > aes.BlockSize || n > len(body) {
		return 0
	}
	return n
}

// newBlock returns the AES cipher for a key.
func newBlock(key []byte) (cipher.Block, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, fmt.Errorf("stream key: %w", err)
	}
	return block, nil
}
