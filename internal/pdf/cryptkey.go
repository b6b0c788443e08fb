package pdf

import (
	"bytes"
	"crypto/md5"
	"crypto/rc4"
)

// unlock returns the file's key for a user or owner password. A file that the
// empty password opens is opened whatever the password.
func (h *handler) unlock(password string) ([]byte, bool) {
	for _, p := range []string{password, ""} {
		var key []byte
		var ok bool
		if h.version == 5 {
			key, ok = h.unlock256([]byte(p))
		} else {
			key, ok = h.unlock128(passwordBytes(p))
		}
		if ok {
			return key, true
		}
	}
	return nil, false
}

// passwordBytes spells a password in Latin-1, which PDFDocEncoding agrees with
// for the letters found in passwords; one beyond it is left in UTF-8.
func passwordBytes(p string) []byte {
	out := make([]byte, 0, len(p))
	for _, r := range p {
		if r > 0xFF {
			return []byte(p)
		}
		out = append(out, byte(r))
	}
	return out
}

// pad is the padding of ISO 32000-1, 7.6.3.3, algorithm 2.
const pad = "\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08" +

	"\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A"

// padded returns a password of exactly 32 bytes.
func padded(password []byte) []byte {
	return append(bytes.Clone(password), pad...)[:32]
}

// unlock128 tries a password as the user's and as the owner's.
func (h *handler) unlock128(password []byte) ([]byte, bool) {
	key := h.fileKey(padded(password))
	if h.userMatches(key) {
		return key, true
	}
	key = h.fileKey(h.userPassword(password))
	return key, h.userMatches(key)
}

// fileKey makes the key from a padded user password (algorithm 2).
func (h *handler) fileKey(password []byte) []byte {
	m := md5.New()
	m.Write(password)
	m.Write(h.owner)
	m.Write([]byte{byte(h.perms), byte(h.perms >> 8), byte(h.perms >> 16), byte(h.perms >> 24)})
	m.Write(h.id)
	if h.revision >= 4 && !h.metadata {
		m.Write([]byte{0xFF, 0xFF, 0xFF, 0xFF})
	}
	return h.rehash(m.Sum(nil))
}

// rehash hashes a key 50 times more from revision 3 on.
func (h *handler) rehash(key []byte) []byte {
	if h.revision >= 3 {
		for range 50 {
			sum := md5.Sum(key[:h.length])
			key = sum[:]
		}
	}
	return key[:h.length]
}

// userMatches tells whether /U was made with the key (algorithms 4 to 6).
func (h *handler) userMatches(key []byte) bool {
	if h.revision == 2 {
		return bytes.Equal(rc4Once(key, []byte(pad)), h.user[:32])
	}
	m := md5.New()
	m.Write([]byte(pad))
	m.Write(h.id)
	out := m.Sum(nil)
	for i := range 20 {
		out = rc4Once(xorKey(key, byte(i)), out)
	}
	return bytes.Equal(out, h.user[:16])
}

// userPassword recovers the padded user password from /O with the owner's
// (algorithm 7).
func (h *handler) userPassword(owner []byte) []byte {
	sum := md5.Sum(padded(owner))
	key := h.rehash(sum[:])
	out := h.owner
	if h.revision == 2 {
		return rc4Once(key, out)
	}
	for i := range 20 {
		out = rc4Once(xorKey(key, byte(19-i)), out)
	}
	return out
}

// rc4Once returns data enciphered with key.
func rc4Once(key, data []byte) []byte {
	out := make([]byte, len(data))
	c, err := rc4.NewCipher(key)
	if err != nil {
		return out // no key is shorter than five bytes or longer than sixteen
	}
	c.XORKeyStream(out, data)
	return out
}

// xorKey returns key with every byte combined with b.
func xorKey(key []byte, b byte) []byte {
	out := bytes.Clone(key)
	for i := range out {
		out[i] ^= b
	}
	return out
}
