package font

import (
	"embed"
	"slices"
)

// scripts are the faces of the scripts that Liberation and DejaVu lack or draw poorly: Noto and Nanum
// Gothic Coding, under the SIL Open Font License, and Droid Sans Fallback, under the Apache License (docs/dependencies.md says where
// they come from).
//
//go:embed scripts/*.ttf
var scripts embed.FS

// A writing is a block of characters and the face that draws it.
type writing struct {
	first, last rune
	id          ID
}

// writings are the blocks that have a face of their own, in ascending order (Unicode 15, Blocks.txt).
func writings() []writing {
	return []writing{
		{0x0530, 0x058f, Armenian}, {0x0590, 0x05ff, Hebrew}, {0x0600, 0x06ff, Arabic}, {0x0700, 0x074f, Syriac},
		{0x0750, 0x077f, Arabic}, {0x0780, 0x07bf, Thaana}, {0x07c0, 0x07ff, NKo},
		{0x0870, 0x08ff, Arabic}, {0x0900, 0x097f, Devanagari}, {0x0980, 0x09ff, Bengali}, {0x0a00, 0x0a7f, Gurmukhi},
		{0x0a80, 0x0aff, Gujarati}, {0x0b00, 0x0b7f, Oriya}, {0x0b80, 0x0bff, Tamil}, {0x0c00, 0x0c7f, Telugu},
		{0x0c80, 0x0cff, Kannada}, {0x0d00, 0x0d7f, Malayalam}, {0x0d80, 0x0dff, Sinhala}, {0x0e00, 0x0e7f, Thai},
		{0x0e80, 0x0eff, Lao}, {0x0f00, 0x0fff, Tibetan}, {0x1000, 0x109f, Burmese}, {0x10a0, 0x10ff, Georgian},
		{0x1100, 0x11ff, Hangul}, {0x1200, 0x139f, Ethiopic}, {0x13a0, 0x13ff, Cherokee}, {0x1780, 0x17ff, Khmer},
		{0x19e0, 0x19ff, Khmer}, {0x1c90, 0x1cbf, Georgian}, {0x1cd0, 0x1cff, Devanagari}, {0x2d00, 0x2d2f, Georgian},
		{0x2d30, 0x2d7f, Tifinagh}, {0x2d80, 0x2ddf, Ethiopic}, {0x2e80, 0x312f, CJK},
		{0x3130, 0x318f, Hangul}, {0x3190, 0x9fff, CJK}, {0xa8e0, 0xa8ff, Devanagari},
		{0xa960, 0xa97f, Hangul}, {0xa9e0, 0xa9ff, Burmese}, {0xaa60, 0xaa7f, Burmese}, {0xab00, 0xab2f, Ethiopic},
		{0xab70, 0xabbf, Cherokee}, {0xac00, 0xd7ff, Hangul}, {0xf900, 0xfaff, CJK}, {0xfb13, 0xfb17, Armenian},
		{0xfb1d, 0xfb4f, Hebrew}, {0xfb50, 0xfdff, Arabic}, {0xfe30, 0xfe4f, CJK}, {0xfe70, 0xfefe, Arabic},
		{0xff00, 0xffef, CJK}, {0x10d00, 0x10d3f, Rohingya}, {0x1e900, 0x1e95f, Adlam}, {0x20000, 0x3ffff, CJK},
	}
}

// files names the font file of each script's face.
func files() map[ID]string {
	return map[ID]string{
		Arabic: "NotoNaskhArabic-Regular", Hebrew: "NotoSansHebrew-Regular", Armenian: "NotoSansArmenian-Regular",
		Georgian: "NotoSansGeorgian-Regular", Ethiopic: "NotoSansEthiopic-Regular", Devanagari: "NotoSansDevanagari-Regular",
		Bengali: "NotoSansBengali-Regular", Gurmukhi: "NotoSansGurmukhi-Regular", Gujarati: "NotoSansGujarati-Regular",
		Oriya: "NotoSansOriya-Regular", Tamil: "NotoSansTamil-Regular", Telugu: "NotoSansTelugu-Regular",
		Kannada: "NotoSansKannada-Regular", Malayalam: "NotoSansMalayalam-Regular", Sinhala: "NotoSansSinhala-Regular",
		Thai: "NotoSansThai-Regular", Lao: "NotoSansLao-Regular", Khmer: "NotoSansKhmer-Regular",
		Burmese: "NotoSansMyanmar-Regular", Tibetan: "NotoSerifTibetan-Regular", Syriac: "NotoSansSyriac-Regular",
		Thaana: "NotoSansThaana-Regular", Tifinagh: "NotoSansTifinagh-Regular", NKo: "NotoSansNKo-Regular",
		Cherokee: "NotoSansCherokee-Regular", Rohingya: "NotoSansHanifiRohingya-Regular", Adlam: "NotoSansAdlam-Regular",
		Hangul: "NanumGothicCoding", CJK: "DroidSansFallbackFull",
	}
}

// scriptProgram gives the font file of a script's face, or nil.
func scriptProgram(id ID) []byte {
	name, ok := files()[id]
	if !ok {
		return nil
	}
	data, err := scripts.ReadFile("scripts/" + name + ".ttf")
	if err != nil {
		return nil
	}
	return data
}

// own is the face of the script that r belongs to; ok is false for Latin, Greek, Cyrillic and all that has none.
func (s *Set) own(r rune) (id ID, ok bool) {
	if r < s.writings[0].first {
		return "", false
	}
	i, found := slices.BinarySearchFunc(s.writings, r, func(w writing, r rune) int {
		switch {
		case w.last < r:
			return -1
		case w.first > r:
			return 1
		}
		return 0
	})
	if !found {
		return "", false
	}
	return s.writings[i].id, true
}
