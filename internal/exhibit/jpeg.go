package exhibit

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
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
	scan    bool // image data were seen
	profile iccParts
}

// readJPEG reads a JPEG file of size bytes. The image's own bytes are kept as they are; segments that tell of person,
// place and camera (EXIF, XMP, IPTC, comments, previews) and whatever follows the image are left out. One that breaks off
// is refused: readers show its upper part, and nobody sees that the rest is missing.
func readJPEG(src io.ReaderAt, size int64) (*picture, error) {
	j := &jpegFile{src: src, in: bufio.NewReaderSize(io.NewSectionReader(src, 0, size), 64<<10), pic: &picture{orientation: 1}}
	err := j.walk()
	switch cut := errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF); {
	case err != nil && (!cut || j.off < size):
		return nil, err
	case j.pic.width == 0 || !j.scan:
		return nil, damaged("a JPEG without an image")
	case cut:
		return nil, damaged("a JPEG that breaks off")
	}
	j.upTo(j.off)
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
