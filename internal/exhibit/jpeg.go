package exhibit

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"

	"parolepack/internal/pdf"
)

// The markers of a JPEG file that matter here (ITU-T T.81, table B.1).
const (
	markSOF0 = 0xC0
	markSOF2 = 0xC2
	markDHT  = 0xC4
	markJPG  = 0xC8
	markDAC  = 0xCC
	markRST0 = 0xD0
	markSOI  = 0xD8
	markEOI  = 0xD9
	markSOS  = 0xDA
	markAPP0 = 0xE0
	markAPP1 = 0xE1
	markAPP2 = 0xE2
	markAPPE = 0xEE
	markAPPF = 0xEF
	markCOM  = 0xFE
	markTEM  = 0x01
)

// jpegFile walks a JPEG file's segments and notes which stay.
type jpegFile struct {
	src     io.ReaderAt
	in      *bufio.Reader
	off     int64 // of the next byte
	pic     *picture
	keep    int64 // where the bytes begin that are kept and not yet noted
	adobe   bool
	profile iccParts
}

// readJPEG reads a JPEG file of size bytes. The image's own bytes are kept as they are; segments that tell of person,
// place and camera (EXIF, XMP, IPTC, comments, previews) and whatever follows the image are left out.
func readJPEG(src io.ReaderAt, size int64) (*picture, error) {
	j := &jpegFile{src: src, in: bufio.NewReaderSize(io.NewSectionReader(src, 0, size), 64<<10), pic: &picture{orientation: 1}}
	err := j.walk()
	if err != nil && !(errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)) {
		return nil, err
	}
	if j.pic.width == 0 || err != nil && j.off < size {
		return nil, damaged("a JPEG without an image")
	}
	j.upTo(j.off) // a file that breaks off shows what it has
	return j.pic, j.settle()
}

// walk follows the segments to the end of the image.
func (j *jpegFile) walk() error {
	for {
		m, err := j.marker()
		if err != nil || m == markEOI {
			return err
		}
		if m == markSOI || m == markTEM || m >= markRST0 && m < markSOI {
			continue
		}
		if err := j.segment(m); err != nil {
			return err
		}
	}
}

// marker finds the next marker, over the coded data of a scan where there is one.
func (j *jpegFile) marker() (byte, error) {
	for {
		skipped, err := j.in.ReadSlice(0xFF)
		j.off += int64(len(skipped))
		if err == bufio.ErrBufferFull {
			continue
		}
		if err != nil {
			return 0, err
		}
		m := byte(0xFF)
		for m == 0xFF { // fill bytes
			if m, err = j.in.ReadByte(); err != nil {
				return 0, err
			}
			j.off++
		}
		if m != 0 { // a zero marks a 0xFF of the data
			return m, nil
		}
	}
}

// segment reads one segment with a length and decides whether it stays.
func (j *jpegFile) segment(m byte) error {
	start := j.off - 2
	var length [2]byte
	if err := j.read(length[:]); err != nil {
		return err
	}
	n := int(binary.BigEndian.Uint16(length[:])) - 2
	if n < 0 {
		return damaged("a JPEG segment without a length")
	}
	if !kept(m) && m != markAPP1 {
		return j.drop(start, n)
	}
	body := make([]byte, n)
	if err := j.read(body); err != nil {
		return err
	}
	return j.take(m, start, body)
}

// kept tells whether segments of this marker may stay.
func kept(m byte) bool {
	switch m {
	case markAPP0, markAPP2, markAPPE:
		return true
	}
	return m != markCOM && (m < markAPP0 || m > markAPPF)
}

// isFrame tells whether the marker begins a frame header.
func isFrame(m byte) bool {
	return m >= markSOF0 && m < 0xD0 && m != markDHT && m != markJPG && m != markDAC
}

// take learns from a segment.
func (j *jpegFile) take(m byte, start int64, body []byte) error {
	switch {
	case isFrame(m):
		return j.frame(m, body)
	case m == markAPP0 && hasPrefix(body, "JFIF\x00"):
		j.density(body[5:])
	case m == markAPP1:
		if hasPrefix(body, "Exif\x00\x00") {
			j.exif(body[6:])
		}
		j.leave(start)
	case m == markAPP2 && hasPrefix(body, iccTag) && len(body) > len(iccTag)+2:
		n := len(iccTag)
		j.profile.add(int(body[n]), int(body[n+1]), piece{j.src, start + 4 + int64(n) + 2, int64(len(body) - n - 2)})
	case m == markAPPE && hasPrefix(body, "Adobe"):
		j.adobe = true
	case m >= markAPP0 && m <= markAPPF:
		j.leave(start)
	}
	return nil
}

// frame reads the frame header (ITU-T T.81, B.2.2). A PDF takes baseline, extended and progressive images of eight
// bits (ISO 32000-1, 7.4.8).
func (j *jpegFile) frame(m byte, body []byte) error {
	if len(body) < 6 {
		return damaged("a JPEG with a broken header")
	}
	if m > markSOF2 || body[0] != 8 {
		return &formatError{what: "is a JPEG of a rare kind (lossless, arithmetic or 12-bit)"}
	}
	p := j.pic
	p.height, p.width = int(binary.BigEndian.Uint16(body[1:])), int(binary.BigEndian.Uint16(body[3:]))
	p.components = int(body[5])
	if p.components != 1 && p.components != 3 && p.components != 4 {
		return &formatError{what: "is a JPEG of a rare kind (" + count(p.components, "colour") + ")"}
	}
	return bounded(p.width, p.height)
}

// density reads the resolution of a JFIF header; units are 1 for an inch and 2 for a centimetre.
func (j *jpegFile) density(b []byte) {
	if len(b) < 7 || j.pic.dpiX != 0 {
		return
	}
	x, y := float64(binary.BigEndian.Uint16(b[3:])), float64(binary.BigEndian.Uint16(b[5:]))
	switch b[2] {
	case 1:
		j.pic.dpiX, j.pic.dpiY = x, y
	case 2:
		j.pic.dpiX, j.pic.dpiY = x*2.54, y*2.54
	}
}

// exif takes the orientation and the resolution from EXIF data.
func (j *jpegFile) exif(b []byte) {
	e := readEXIF(b)
	if e.orientation != 0 {
		j.pic.orientation = e.orientation
	}
	if e.dpiX > 0 && e.dpiY > 0 {
		j.pic.dpiX, j.pic.dpiY = e.dpiX, e.dpiY
	}
}

// settle describes the image to a PDF. Adobe's programs store CMYK inverted, which their marker tells.
func (j *jpegFile) settle() error {
	p := j.pic
	p.dict = pdf.Dict{"Filter": pdf.Name("DCTDecode"), "BitsPerComponent": pdf.Integer(8)}
	if p.components == 4 && j.adobe {
		p.dict["Decode"] = pdf.Array{one, zero, one, zero, one, zero, one, zero}
	}
	p.profile = j.profile.whole(p.components)
	return nil
}

const one, zero = pdf.Integer(1), pdf.Integer(0)

// drop leaves out a segment that is not even read.
func (j *jpegFile) drop(start int64, n int) error {
	got, err := j.in.Discard(n)
	j.off += int64(got)
	j.leave(start)
	return err
}

// leave leaves out what lies between start and here.
func (j *jpegFile) leave(start int64) {
	j.upTo(start)
	j.keep = j.off
}

// upTo notes the bytes to keep up to end.
func (j *jpegFile) upTo(end int64) {
	if end > j.keep {
		j.pic.data = append(j.pic.data, piece{j.src, j.keep, end - j.keep})
		j.keep = end
	}
}

// read fills b.
func (j *jpegFile) read(b []byte) error {
	n, err := io.ReadFull(j.in, b)
	j.off += int64(n)
	return err
}

func hasPrefix(b []byte, prefix string) bool {
	return len(b) >= len(prefix) && string(b[:len(prefix)]) == prefix
}
