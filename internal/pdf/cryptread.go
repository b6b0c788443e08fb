package pdf

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rc4"
	"fmt"
	"io"
)

// reader returns the decrypted body of an encrypted stream and its length. It
// decrypts as it goes, so a body of any length takes little memory.
func (c *crypt) reader(m method, r Ref, raw *io.SectionReader, n int64) (io.Reader, int64, error) {
	key := c.objectKey(m, r)
	if m == methodRC4 {
		k, err := rc4.NewCipher(key)
		if err != nil {
			return nil, 0, fmt.Errorf("stream key: %w", err)
		}
		return &rc4Reader{raw, k}, n, nil
	}
	n = n / aes.BlockSize * aes.BlockSize
	if n < 2*aes.BlockSize {
		return io.LimitReader(raw, 0), 0, nil
	}
	block, err := newBlock(key)
	if err != nil {
		return nil, 0, err
	}
	pad, err := lastPadding(block, raw, n)
	if err != nil {
		return nil, 0, err
	}
	iv := make([]byte, aes.BlockSize)
	if _, err := io.ReadFull(raw, iv); err != nil {
		return nil, 0, err
	}
	n -= aes.BlockSize
	body := &cbcReader{raw: raw, left: n, mode: cipher.NewCBCDecrypter(block, iv)}
	return io.LimitReader(body, n-int64(pad)), n - int64(pad), nil
}

// lastPadding decrypts the last block alone to learn how long the body is.
func lastPadding(block cipher.Block, raw io.ReaderAt, n int64) (int, error) {
	var buf [2 * aes.BlockSize]byte
	if _, err := raw.ReadAt(buf[:], n-int64(len(buf))); err != nil && err != io.EOF {
		return 0, err
	}
	before, last := buf[:aes.BlockSize], buf[aes.BlockSize:]
	block.Decrypt(last, last)
	for i := range last {
		last[i] ^= before[i]
	}
	return padding(last), nil
}

// rc4Reader decrypts what it reads.
type rc4Reader struct {
	raw io.Reader
	key *rc4.Cipher
}

// Read implements io.Reader.
func (r *rc4Reader) Read(p []byte) (int, error) {
	n, err := r.raw.Read(p)
	r.key.XORKeyStream(p[:n], p[:n])
	return n, err
}

// cbcReader decrypts whole blocks: straight into p where it is long enough,
// else through one of one block.
type cbcReader struct {
	raw  io.Reader
	left int64 // bytes not yet read, in whole blocks
	mode cipher.BlockMode
	rest []byte // decrypted, not yet handed out
	buf  [aes.BlockSize]byte
}

// Read implements io.Reader.
func (r *cbcReader) Read(p []byte) (int, error) {
	if len(r.rest) > 0 {
		n := copy(p, r.rest)
		r.rest = r.rest[n:]
		return n, nil
	}
	if r.left == 0 {
		return 0, io.EOF
	}
	direct := len(p) >= len(r.buf)
	into := p
	if !direct {
		into = r.buf[:]
	}
	into = into[:min(r.left, int64(len(into)/aes.BlockSize*aes.BlockSize))]
	if _, err := io.ReadFull(r.raw, into); err != nil {
		return 0, err
	}
	r.left -= int64(len(into))
	r.mode.CryptBlocks(into, into)
	if direct {
		return len(into), nil
	}
	n := copy(p, into)
	r.rest = into[n:]
	return n, nil
}
