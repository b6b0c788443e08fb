package exhibit

import (
	"bytes"
	"strings"

	"parolepack/internal/evidence"
)

// kindOf tells a file's kind by its first bytes; empty for none of ours. A PDF may have up to a kilobyte of foreign
// bytes before its header (ISO 32000-1, annex H.3, note 13); one that lost its header is believed by its name.
func kindOf(head []byte, path string) evidence.Kind {
	switch {
	case hasPrefix(head, "\xFF\xD8\xFF"):
		return evidence.JPEG
	case hasPrefix(head, pngSignature):
		return evidence.PNG
	case bytes.Contains(head, []byte("%PDF-")):
		return evidence.PDF
	case strings.HasSuffix(strings.ToLower(path), ".pdf") && stranger(head) == "":
		return evidence.PDF
	}
	return ""
}

// foreign is the problem of a file that cannot become pages.
func foreign(head []byte) *evidence.Problem {
	what := stranger(head)
	if what == "" {
		what = "a file of an unknown kind"
	}
	return problem("is "+what+"; exhibits are PDF, JPEG or PNG", "save it as a PDF and name that", nil)
}

// stranger names a kind of file that offices have and that cannot become pages; empty where unknown.
func stranger(head []byte) string {
	signs := []struct{ sign, what string }{
		{"PK\x03\x04", "a Word, Excel or ZIP file"},
		{"\xD0\xCF\x11\xE0", "an old Word, Excel or Outlook file"},
		{"{\\rtf", "an RTF text"},
		{"II*\x00", "a TIFF picture"},
		{"MM\x00*", "a TIFF picture"},
		{"GIF8", "a GIF picture"},
		{"BM", "a BMP picture"},
		{"%!PS", "a PostScript file"},
		{"<!DOCTYPE", "a web page"},
		{"<html", "a web page"},
	}
	for _, s := range signs {
		if hasPrefix(head, s.sign) {
			return s.what
		}
	}
	switch {
	case len(head) > 12 && string(head[4:8]) == "ftyp":
		return "a HEIC picture or a video"
	case len(head) > 12 && hasPrefix(head, "RIFF") && string(head[8:12]) == "WEBP":
		return "a WebP picture"
	}
	return ""
}
