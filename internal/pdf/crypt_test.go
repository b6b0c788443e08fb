package pdf

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// locked describes an encrypted file that a test makes.
type locked struct {
	name     string
	h        handler
	filters  string // /CF, /StmF and /StrF
	method   method
	metadata bool
}

func lockedCases() []locked {
	aesv2 := "/CF<</StdCF<</CFM/AESV2/Length 16>>>>/StmF/StdCF/StrF/StdCF"
	return []locked{
		{"RC4, 40 bits", handler{version: 1, revision: 2, length: 5}, "", methodRC4, true},
		{"RC4, 128 bits", handler{version: 2, revision: 3, length: 16}, "/Length 128", methodRC4, true},
		{"RC4 by crypt filter", handler{version: 4, revision: 4, length: 16}, "/CF<</A<</CFM/V2>>>>/StmF/A/StrF/A", methodRC4, true},
		{"AES, 128 bits", handler{version: 4, revision: 4, length: 16}, aesv2, methodAESV2, true},
		{"AES, plain metadata", handler{version: 4, revision: 4, length: 16}, aesv2 + "/EncryptMetadata false", methodAESV2, false},
	}
}

// lock sets /O, /U and returns the key (ISO 32000-1, algorithms 3 to 5).
func (h *handler) lock(user, owner string) []byte {
	h.perms, h.id = 0xFFFFFBFC, []byte("sixteen byte id!")
	sum := md5.Sum(padded([]byte(owner)))
	key := h.rehash(sum[:])
	h.owner = rc4Once(key, padded([]byte(user)))
	for i := 1; i < 20 && h.revision >= 3; i++ {
		h.owner = rc4Once(xorKey(key, byte(i)), h.owner)
	}
	key = h.fileKey(padded([]byte(user)))
	if h.revision == 2 {
		h.user = rc4Once(key, []byte(pad))
		return key
	}
	check := md5.Sum(append([]byte(pad), h.id...))
	h.user = check[:]
	for i := range 20 {
		h.user = rc4Once(xorKey(key, byte(i)), h.user)
	}
	h.user = append(h.user, make([]byte, 16)...)
	return key
}

// seal encrypts data for object num.
func (c *crypt) seal(m method, num int, data string) []byte {
	key := c.objectKey(m, Ref{Num: num})
	if m == methodRC4 {
		return rc4Once(key, []byte(data))
	}
	n := aes.BlockSize - len(data)%aes.BlockSize
	body := append([]byte(data), bytes.Repeat([]byte{byte(n)}, n)...)
	block, _ := aes.NewCipher(key)
	iv := []byte("0123456789abcdef")
	cipher.NewCBCEncrypter(block, iv).CryptBlocks(body, body)
	return append(iv, body...)
}

// lockedFile makes an encrypted file: object 10 is a string, 11 a stream, 12
// a stream that its Crypt filter leaves alone, 13 the metadata, and object 20
// a string in the object stream 14.
func lockedFile(c locked, user, owner string) []byte {
	h := c.h
	h.metadata = c.metadata
	key := h.lock(user, owner)
	k := &crypt{key: key}
	text := func(num int, s string) string {
		return string(appendString(nil, String(k.seal(c.method, num, s))))
	}
	b := newBuilder("").pages(1, "")
	b.obj(10, text(10, "a secret"))
	b.stream(11, "", k.seal(c.method, 11, "a longer secret than that, of more than one block"))
	b.stream(12, "/Filter[/Crypt/AHx]/DecodeParms[<</Name/Identity>>null]", []byte("416C>"))
	meta := []byte("<x:xmpmeta/>")
	if c.metadata {
		meta = k.seal(c.method, 13, string(meta))
	}
	b.stream(13, "/Type/Metadata", meta)
	b.stream(14, "/Type/ObjStm/N 1/First 5", k.seal(c.method, 14, "20 0 (in the open)"))
	quote := func(s []byte) string { return string(appendString(nil, String(s))) }
	b.obj(9, fmt.Sprintf("<</Filter/Standard/V %d/R %d/P %d/O%s/U%s%s>>", h.version, h.revision, int32(h.perms), quote(h.owner), quote(h.user), c.filters))
	b.xrefStream(21, "/Root 1 0 R/Encrypt 9 0 R/ID["+quote(h.id)+"()]", map[int][2]int{20: {14, 0}}, false)
	return b.Bytes()
}

// secrets returns what the encrypted objects of a lockedFile hold.
func secrets(t *testing.T, d *Document) string {
	t.Helper()
	out := ""
	for _, num := range []int{10, 11, 12, 13, 20} {
		o, err := d.Load(Ref{Num: num})
		if s, ok := o.(*Stream); ok && err == nil {
			var data []byte
			data, err = d.Decode(s)
			o = String(data)
		}
		if err != nil {
			t.Fatalf("object %d: %v", num, err)
		}
		out += fmt.Sprintf("%s|", o)
	}
	return out
}

const wantSecrets = "a secret|a longer secret than that, of more than one block|Al|<x:xmpmeta/>|in the open|"

func TestDecrypt(t *testing.T) {
	for _, c := range lockedCases() {
		data := lockedFile(c, "me", "boss")
		for _, password := range []string{"me", "boss"} {
			d := openBytes(t, data, Options{Password: password})
			if got := secrets(t, d); got != wantSecrets || !d.Encrypted() {
				t.Errorf("%s with %q: %q", c.name, password, got)
			}
		}
		for _, password := range []string{"", "you"} {
			if _, err := Open(bytes.NewReader(data), int64(len(data)), Options{Password: password}); !errors.Is(err, ErrPassword) {
				t.Errorf("%s with %q: %v, want ErrPassword", c.name, password, err)
			}
		}
		d := openBytes(t, lockedFile(c, "", "boss"), Options{})
		if got := secrets(t, d); got != wantSecrets {
			t.Errorf("%s without a password: %q", c.name, got)
		}
	}
}

// What is copied from an encrypted file is no longer encrypted, and neither
// are its crypt filters.
func TestCopyDecrypts(t *testing.T) {
	for _, c := range lockedCases() {
		d := openBytes(t, lockedFile(c, "", "boss"), Options{})
		var out bytes.Buffer
		w := NewWriter(&out, WriterOptions{})
		imp := w.Importer(d)
		var refs Array
		for _, num := range []int{10, 11, 12, 13, 20} {
			refs = append(refs, imp.Ref(Ref{Num: num}))
		}
		if err := imp.Drain(); err != nil {
			t.Fatal(err)
		}
		tree, _ := w.Add(Dict{"Type": Name("Pages"), "Kids": Array{}, "Count": Integer(0)})
		root, _ := w.Add(Dict{"Type": Name("Catalog"), "Pages": tree, "Secrets": refs})
		if _, err := w.Close(root, nil); err != nil {
			t.Fatal(err)
		}
		e := openBytes(t, out.Bytes(), Options{})
		got := ""
		for _, r := range refs {
			o, err := e.Resolve(r)
			if s, ok := o.(*Stream); ok {
				var data []byte
				data, err = e.Decode(s)
				o = String(data)
				if s.Dict["Filter"] != nil && fmt.Sprint(s.Dict["Filter"]) != "[AHx]" {
					t.Errorf("%s: copied with the filter %v", c.name, s.Dict["Filter"])
				}
			}
			if err != nil {
				t.Fatal(err)
			}
			got += fmt.Sprintf("%s|", o)
		}
		if got != wantSecrets || e.Encrypted() {
			t.Errorf("%s: copied as %q", c.name, got)
		}
	}
}

// Files that another program encrypted open with either password.
func TestDecryptForeign(t *testing.T) {
	qpdf, err := exec.LookPath("qpdf")
	if err != nil {
		t.Skip("qpdf is not on the PATH")
	}
	dir := t.TempDir()
	plain := filepath.Join(dir, "plain.pdf")
	b := newBuilder("").pages(2, "/Lang(en-US)")
	b.table("/Root 1 0 R", 0)
	if err := os.WriteFile(plain, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, args := range map[string][]string{
		"40":         {"40"},
		"128 RC4":    {"128", "--use-aes=n"},
		"128 AES":    {"128", "--use-aes=y"},
		"128 plain":  {"128", "--use-aes=y", "--cleartext-metadata"},
		"256":        {"256"},
		"256, first": {"256", "--force-R5"},
	} {
		path := filepath.Join(dir, "locked.pdf")
		all := append([]string{"--allow-weak-crypto", "--encrypt", "me", "boss"}, args...)
		all = append(all, "--", plain, path)
		if out, err := exec.Command(qpdf, all...).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v: %s", name, err, out)
		}
		for _, password := range []string{"me", "boss"} {
			d, err := OpenFile(path, Options{Password: password})
			if err != nil {
				t.Errorf("%s with %q: %v", name, password, err)
				continue
			}
			root, err := d.Root()
			if root["Lang"] != String("en-US") || marks(t, d) != "1 2" {
				t.Errorf("%s with %q: %v, %v", name, password, root, err)
			}
			d.Close()
		}
		if _, err := OpenFile(path, Options{Password: "you"}); !errors.Is(err, ErrPassword) {
			t.Errorf("%s with a wrong password: %v", name, err)
		}
	}
}
