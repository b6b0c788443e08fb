package pdf

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"fmt"
)

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
