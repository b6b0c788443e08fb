package exhibit

import "encoding/binary"

// The tags of the first directory that matter here (EXIF 2.32, 4.6.4).
const (
	tagOrientation    = 0x0112
	tagXResolution    = 0x011A
	tagYResolution    = 0x011B
	tagResolutionUnit = 0x0128
)

// exifFacts is what EXIF data tell about showing a picture; 0 where they do not.
type exifFacts struct {
	orientation int
	dpiX, dpiY  float64
}

// tiff is EXIF data, a TIFF file in small.
type tiff struct {
	data  []byte
	order binary.ByteOrder
}

// readEXIF reads EXIF data, which are foreign bytes: whatever is wrong with them is left out.
func readEXIF(b []byte) exifFacts {
	t := tiff{data: b}
	switch {
	case hasPrefix(b, "II*\x00"):
		t.order = binary.LittleEndian
	case hasPrefix(b, "MM\x00*"):
		t.order = binary.BigEndian
	default:
		return exifFacts{}
	}
	var f exifFacts
	inch := 1.0
	at := t.long(4)
	n := t.short(at)
	for i := range min(n, 512) {
		entry := at + 2 + 12*i
		switch t.short(entry) {
		case tagOrientation:
			if o := t.short(entry + 8); o >= 1 && o <= 8 {
				f.orientation = o
			}
		case tagXResolution:
			f.dpiX = t.ratio(t.long(entry + 8))
		case tagYResolution:
			f.dpiY = t.ratio(t.long(entry + 8))
		case tagResolutionUnit:
			if t.short(entry+8) == 3 {
				inch = 2.54
			}
		}
	}
	f.dpiX, f.dpiY = f.dpiX*inch, f.dpiY*inch
	return f
}

// short reads a 16-bit number at off, 0 beyond the end.
func (t tiff) short(off int) int {
	if off < 0 || off > len(t.data)-2 {
		return 0
	}
	return int(t.order.Uint16(t.data[off:]))
}

// long reads a 32-bit number at off, 0 beyond the end.
func (t tiff) long(off int) int {
	if off < 0 || off > len(t.data)-4 {
		return 0
	}
	return int(t.order.Uint32(t.data[off:]))
}

// ratio reads a fraction at off, 0 where it is none.
func (t tiff) ratio(off int) float64 {
	below := t.long(off + 4)
	if below == 0 {
		return 0
	}
	return float64(t.long(off)) / float64(below)
}
