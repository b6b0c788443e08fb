package pdf

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha256"
	"crypto/sha512"
)

// unlock256 tries a password as the user's and as the owner's under revisions
// 5 and 6 (ISO 32000-2, 7.6.4.3.3, algorithm 2.A). The password is taken as
// UTF-8 without SASLprep.
func (h *handler) unlock256(password []byte) ([]byte, bool) {
	password = password[:min(len(password), 127)]
	user := h.user[:48]
	if bytes.Equal(h.hash(password, user[32:40], nil), user[:32]) {
		return unwrapKey(h.hash(password, user[40:48], nil), h.userKey)
	}
	owner := h.owner[:48]
	if bytes.Equal(h.hash(password, owner[32:40], user), owner[:32]) {
		return unwrapKey(h.hash(password, owner[40:48], user), h.ownerKey)
	}
	return nil, false
}

// unwrapKey decrypts the file's key.
func unwrapKey(key, wrapped []byte) ([]byte, bool) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, false
	}
	out := bytes.Clone(wrapped[:32])
	cipher.NewCBCDecrypter(block, make([]byte, aes.BlockSize)).CryptBlocks(out, out)
	return out, true
}

// hash is the password hash: SHA-256 for revision 5, for revision 6 the
// rounds of ISO 32000-2, algorithm 2.B.
func (h *handler) hash(password, salt, user []byte) []byte {
	sum := sha256.Sum256(bytes.Join([][]byte{password, salt, user}, nil))
	k := sum[:]
	if h.revision == 5 {
		return k
	}
	for round := 0; ; round++ {
		e := hashRound(k, password, user)
		if e == nil {
			return sum[:]
		}
		k = digest(e)
		if round >= 63 && int(e[len(e)-1]) <= round-31 {
			return k[:32]
		}
	}
}

// hashRound enciphers 64 copies of the input with the last hash.
func hashRound(k, password, user []byte) []byte {
	e := bytes.Repeat(bytes.Join([][]byte{password, k, user}, nil), 64)
	block, err := aes.NewCipher(k[:16])
	if err != nil {
		return nil
	}
	cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(e, e)
	return e
}

// digest hashes e with the function that its first 16 bytes choose.
func digest(e []byte) []byte {
	sum := 0
	for _, b := range e[:16] {
		sum += int(b)
	}
	switch sum % 3 {
	case 0:
		s := sha256.Sum256(e)
		return s[:]
	case 1:
		s := sha512.Sum384(e)
		return s[:]
	}
	s := sha512.Sum512(e)
	return s[:]
}
