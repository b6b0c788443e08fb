package pdf

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"errors"
	"strings"
	"testing"
)

// FuzzDecrypt opens a file with any encryption dictionary, any password and any ciphertext. What is
// decrypted is never longer than what was encrypted.
func FuzzDecrypt(f *testing.F) {
	salted := strings.Repeat("ab", 48)
	for _, dict := range []string{
		"/V 1/R 2", "/V 2/R 3/Length 128", "/V 4/R 4/CF<</A<</CFM/AESV2>>>>/StmF/A/StrF/A", "/V 4/R 4/CF<</A<</CFM/AESV3>>>>/StmF/A/StrF/A",
		"/V 5/R 5/CF<</A<</CFM/AESV3>>>>/StmF/A/StrF/A", "/V 5/R 6/CF<</A<</CFM/AESV2>>>>/StmF/A/StrF/A", "/V 2/R 3/Length 99999999999",
	} {
		f.Add("/Filter/Standard/P -4/O<"+salted+">/U<"+salted+">/OE<"+salted+">/UE<"+salted+">"+dict, "me", []byte("0123456789abcdefghijklmnopqrstuvwxyz"))
	}
	f.Fuzz(func(t *testing.T, dict, password string, secret []byte) {
		b := newBuilder("").pages(1, "")
		b.obj(10, string(appendString(nil, String(secret)))).stream(11, "", secret)
		b.obj(9, "<<"+dict+">>")
		b.table("/Root 1 0 R/Encrypt 9 0 R/ID[(id)(id)]", 0)
		o := tight()
		o.Password = password
		d, err := Open(bytes.NewReader(b.Bytes()), int64(b.Len()), o)
		if err != nil {
			return
		}
		if s, err := d.Load(Ref{Num: 10}); err == nil {
			if text, ok := s.(String); !ok || len(text) > len(secret) {
				t.Fatalf("%q decrypted as %q", secret, s)
			}
		}
		if s, err := d.Stream(Ref{Num: 11}); err == nil && s != nil {
			if data, err := d.Raw(s); err == nil && int64(len(data)) > s.length {
				t.Fatalf("%d bytes decrypted as %d", s.length, len(data))
			}
		}
	})
}

// FuzzEncrypted encrypts any bytes under every handler, with any passwords. Each password opens the
// file and gives the bytes back; another does not open it.
func FuzzEncrypted(f *testing.F) {
	f.Add("me", "boss", "you", []byte("a longer secret than that, of more than one block"), 0)
	f.Add("", "x", "\xff", []byte{}, 6)
	f.Fuzz(func(t *testing.T, user, owner, other string, secret []byte, pick int) {
		cases := allLocked()
		c := cases[uint(pick)%uint(len(cases))]
		data := lockedWith(c, user, owner, secret)
		for _, password := range []string{user, owner} {
			d, err := Open(bytes.NewReader(data), int64(len(data)), Options{Password: password})
			if err != nil {
				t.Fatalf("%s with %q: %v", c.name, password, err)
			}
			if s, err := d.Load(Ref{Num: 10}); s != String(secret) || err != nil {
				t.Fatalf("%s with %q: %q of %q, %v", c.name, password, s, secret, err)
			}
			s, err := d.Stream(Ref{Num: 11})
			if err != nil {
				t.Fatal(err)
			}
			if got, err := d.Raw(s); err != nil || !bytes.Equal(got, secret) {
				t.Fatalf("%s with %q: stream %q of %q, %v", c.name, password, got, secret, err)
			}
		}
		if c.opens(other, user, owner) || c.opens("", user, owner) {
			return
		}
		if _, err := Open(bytes.NewReader(data), int64(len(data)), Options{Password: other}); !errors.Is(err, ErrPassword) {
			t.Fatalf("%s with %q: %v", c.name, other, err)
		}
	})
}

// opens tells whether a password amounts to that of the user or the owner.
func (c locked) opens(password, user, owner string) bool {
	cut := func(s string) string {
		if c.h.version == 5 {
			return s[:min(len(s), 127)]
		}
		return string(padded(passwordBytes(s)))
	}
	return cut(password) == cut(user) || cut(password) == cut(owner)
}

// allLocked are the handlers of every version.
func allLocked() []locked {
	aesv3 := "/CF<</StdCF<</CFM/AESV3/Length 32>>>>/StmF/StdCF/StrF/StdCF"
	return append(lockedCases(),
		locked{"AES, 256 bits, R5", handler{version: 5, revision: 5, length: 32}, aesv3, methodAESV3, true},
		locked{"AES, 256 bits, R6", handler{version: 5, revision: 6, length: 32}, aesv3, methodAESV3, true})
}

// lockedWith makes an encrypted file: object 10 is a string and 11 a stream, each the secret.
func lockedWith(c locked, user, owner string, secret []byte) []byte {
	h := c.h
	h.metadata = c.metadata
	var k *crypt
	quote := func(s []byte) string { return string(appendString(nil, String(s))) }
	keys := ""
	if h.version == 5 {
		k = &crypt{key: h.lock256([]byte(user), []byte(owner))}
		keys = "/OE" + quote(h.ownerKey) + "/UE" + quote(h.userKey)
	} else {
		k = &crypt{key: h.lock(string(passwordBytes(user)), string(passwordBytes(owner)))}
	}
	b := newBuilder("").pages(1, "")
	b.obj(10, quote(k.seal(c.method, 10, string(secret))))
	b.stream(11, "", k.seal(c.method, 11, string(secret)))
	b.obj(9, "<</Filter/Standard/V "+spelled(Integer(h.version))+"/R "+spelled(Integer(h.revision))+"/P "+
		spelled(Integer(int32(h.perms)))+"/O"+quote(h.owner)+"/U"+quote(h.user)+keys+c.filters+">>")
	b.table("/Root 1 0 R/Encrypt 9 0 R/ID["+quote(h.id)+"()]", 0)
	return b.Bytes()
}

// lock256 sets /U, /UE, /O and /OE and returns the key (ISO 32000-2, algorithms 8 and 9).
func (h *handler) lock256(user, owner []byte) []byte {
	user, owner = user[:min(len(user), 127)], owner[:min(len(owner), 127)]
	key := []byte("a key of just thirty-two bytes..")
	salts := []byte("usersalt" + "user key" + "ownersal" + "ownerkey")
	h.user = append(bytes.Clone(h.hash(user, salts[:8], nil)), salts[:16]...)
	h.userKey = wrapKey(h.hash(user, salts[8:16], nil), key)
	h.owner = append(bytes.Clone(h.hash(owner, salts[16:24], h.user)), salts[16:]...)
	h.ownerKey = wrapKey(h.hash(owner, salts[24:], h.user), key)
	return key
}

// wrapKey encrypts a file's key.
func wrapKey(with, key []byte) []byte {
	block, err := aes.NewCipher(with)
	if err != nil {
		return nil
	}
	out := bytes.Clone(key)
	cipher.NewCBCEncrypter(block, make([]byte, aes.BlockSize)).CryptBlocks(out, out)
	return out
}
