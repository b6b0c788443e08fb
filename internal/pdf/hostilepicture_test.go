package pdf_test

import (
	"encoding/binary"
	"hash/crc32"
)

// chunk is one chunk of a PNG file.
func chunk(kind string, body []byte) string {
	out := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	out = append(append(out, kind...), body...)
	return string(binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:])))
}

// header is the IHDR chunk of a PNG file.
func header(width, height uint32, depth, colour, interlaced byte) string {
	b := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, width), height)
	return chunk("IHDR", append(b, depth, colour, 0, 0, interlaced))
}

// png is a PNG file of this header, chunks written by more, and image data.
func png(head string, data func(n int) []byte, more func(h *hand, n int)) func(h *hand, n int) {
	return func(h *hand, n int) {
		h.put("\x89PNG\r\n\x1a\n", head)
		if more != nil {
			more(h, n)
		}
		h.put(chunk("IDAT", data(n)), chunk("IEND", nil))
	}
}

// jpeg is a JPEG file with n times this segment before its one scan.
func jpeg(width, height uint16, segment string) func(h *hand, n int) {
	return func(h *hand, n int) {
		size := binary.BigEndian.AppendUint16(binary.BigEndian.AppendUint16(nil, height), width)
		h.put("\xff\xd8")
		h.times(n, segment)
		h.put("\xff\xc0\x00\x0b\x08", string(size), "\x01\x01\x11\x00\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00abc\xff\xd9")
	}
}

// hostilePictures are pictures that claim to be large, or are made of more pieces than they need.
func hostilePictures() []hostile {
	small := func(int) []byte { return zeros(1, 0) }
	bomb := func(n int) []byte { return zeros(n, 0) }
	return []hostile{
		{"a JPEG of 65535 by 65535", 1, 1, jpeg(65535, 65535, ""), "megapixel"},
		{"a JPEG of a million comments", 200_000, 3_000_000, jpeg(9, 9, "\xff\xfe\x00\x03a"), "1 pages in"},
		{"a JPEG of a million tables and comments", 50_000, 1_000_000, jpeg(9, 9, "\xff\xfe\x00\x03a\xff\xdb\x00\x03a"), "1 pages in"},
		{"a JPEG of a million profiles", 200_000, 1_000_000, jpeg(9, 9, "\xff\xe2\x00\x11ICC_PROFILE\x00\x01\x01a"), "1 pages in"},
		{"a JPEG of fill bytes", 1 << 20, 100 << 20, jpeg(9, 9, "\xff"), "1 pages in"},
		{"a PNG of 2147483647 by 2147483647", 1, 1, png(header(1<<31-1, 1<<31-1, 8, 2, 0), small, nil), "megapixel"},
		{"a PNG bomb", 1000, 2000, png(header(9, 9, 8, 2, 0), bomb, nil), "1 pages in"},
		{"an interlaced PNG bomb", 1000, 2000, png(header(9, 9, 8, 6, 1), bomb, nil), "more data"},
		{"a PNG of 14000 by 14000", 0, 600, png(header(14_000, 14_000, 8, 2, 0), bomb, nil), "1 pages in"},
		{"a PNG of 7000 by 7000 with alpha", 0, 400, png(header(7_000, 7_000, 16, 6, 0), bomb, nil), "1 pages in"},
		{"an interlaced PNG of 4400 by 4400", 0, 156, png(header(4_400, 4_400, 16, 6, 1), bomb, nil), ""},
		{"a PNG of a million texts", 50_000, 1_000_000, png(header(9, 9, 8, 2, 0), small, func(h *hand, n int) { h.times(n, chunk("tEXt", []byte("a\x00b"))) }), "1 pages in"},
		{"a PNG of compressed texts", 100, 1000, png(header(9, 9, 8, 2, 0), small, func(h *hand, n int) {
			h.times(n, chunk("zTXt", append([]byte("a\x00\x00"), zeros(50, 'a')...)))
			h.put(chunk("iCCP", append([]byte("a\x00\x00"), zeros(1000, 'a')...)))
		}), "1 pages in"},
		{"a PNG of a million pieces", 150_000, 1_000_000, png(header(9, 9, 8, 2, 0), small, func(h *hand, n int) {
			whole := small(1)
			for i := range whole {
				h.put(chunk("IDAT", whole[i:i+1]))
			}
			h.times(n, chunk("IDAT", nil))
			h.times(n, chunk("IDAT", []byte{0}))
		}), "pieces"},
	}
}
