package ink

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"parolepack/internal/font"
)

// scripts are lines as people write their names and places, a script each. far is what pdftotext makes of a line where it
// does not give it back as it is; it puts right-to-left words in order by a rule of its own that moves spaces and accents.
func scripts() map[string]struct{ text, far string } {
	return map[string]struct{ text, far string }{
		"arabic":        {text: "مستشفى الجامعة الأميركية في بيروت"},
		"persian":       {text: "بیمارستان می\u200cخواهم تهران پژوهشکده گچ"},
		"urdu":          {text: "ہسپتال لاہور ٹھیک ڈاکٹر"},
		"pashto":        {text: "روغتون کابل ښځه ګړندی ړومبی څنګه"},
		"hebrew":        {text: "בית חולים הדסה ירושלים"},
		"syriac":        {text: "ܐܪܡܝܐ"},
		"vowelled":      {text: "مُحَمَّد", far: "ُمَحَّمد"},
		"arabic number": {text: "شارع ١٢ رقم 45 بيروت", far: "شارع  ١٢رقم  45بيروت"},
		"latin first":   {text: "Hospital مستشفى الجامعة (AUBMC) in Beirut", far: "Hospital ( مستشفى الجامعةAUBMC) in Beirut"},
		"arabic first":  {text: "مستشفى الجامعة الأميركية AUBMC في بيروت", far: "مستشفى الجامعة الأميركية  AUBMCفي بيروت"},
		"vietnamese":    {text: "Nguyễn Thị Hồng Đặng"},
		"decomposed":    {text: norm.NFD.String("Nguyễn Thị Hồng Đặng")},
		"yoruba":        {text: norm.NFC.String("Ọ̀ṣun Adébáyọ̀ Ẹ̀kọ́")},
		"turkish":       {text: "İğdır Şırnak ıssız"},
		"polish":        {text: "Łódź Wąchock Świętokrzyska"},
		"greek":         {text: "Αθήνα Ώρα"},
		"cyrillic":      {text: "Київ Ґалаґан Ђорђе Һәм"},
		"armenian":      {text: "Երևան Հովհաննիսյան"},
		"georgian":      {text: "თბილისი გიორგი"},
		"ethiopic":      {text: "አዲስ አበባ ሆስፒታል"},
		"devanagari":    {text: "काठमाडौं हिन्दी क्षत्रिय"},
		"bengali":       {text: "ঢাকা মেডিকেল কলেজ"},
		"tamil":         {text: "யாழ்ப்பாணம் கொழும்பு"},
		"sinhala":       {text: "කොළඹ ශ්\u200dරී"},
		"thai":          {text: "โรงพยาบาล กรุงเทพ น้ำ"},
		"khmer":         {text: "ភ្នំពេញ មន្ទីរពេទ្យ"},
		"burmese":       {text: "ရန်ကုန် ဆေးရုံ"},
		"tibetan":       {text: "ལྷ་ས་"},
		"chinese":       {text: "北京协和医院 臺北"},
		"japanese":      {text: "東京病院 カタカナ"},
		"korean":        {text: "서울 병원"},
		"tifinagh":      {text: "ⵜⴰⵎⴰⵣⵉⵖⵜ"},
		"no face":       {text: "lost \U00013000 here"},
	}
}

// extracted is the text of a one-line file as a foreign tool reads it, without the marks of direction that tools add.
func extracted(t *testing.T, s string, tool string, args ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "line.pdf")
	must(t, os.WriteFile(path, file(t, text(font.MonoBold, s)), 0o600))
	if _, err := exec.LookPath(tool); err != nil {
		t.Skip(err)
	}
	for i, a := range args {
		if a == "FILE" {
			args[i] = path
		}
	}
	out, err := exec.Command(tool, args...).Output()
	must(t, err)
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if r == '\f' || r >= 0x202a && r <= 0x202e || r == 0x200e || r == 0x200f || r == 0x200b {
			return -1
		}
		return r
	}, string(out)))
}

// Every script's words come out of the page as they went in: letters of one word together and in order.
func TestScriptsAreReadBack(t *testing.T) {
	for name, c := range scripts() {
		t.Run(name, func(t *testing.T) {
			want := c.far
			if want == "" {
				want = c.text
			}
			if got := extracted(t, c.text, "pdftotext", "-enc", "UTF-8", "FILE", "-"); norm.NFC.String(got) != norm.NFC.String(want) {
				t.Errorf("pdftotext says %q, want %q", got, want)
			}
		})
	}
}

// mutool knows neither ActualText nor the order of right-to-left text: it tells the glyphs from left to right. Letters that
// are one glyph each prove that every glyph says its own letter.
func TestGlyphsSayTheirLetters(t *testing.T) {
	for _, name := range []string{"arabic", "persian", "urdu", "pashto", "hebrew", "vietnamese", "decomposed", "yoruba", "arabic first", "korean", "chinese", "ethiopic"} {
		t.Run(name, func(t *testing.T) {
			s := scripts()[name].text
			letters := []rune(s)
			font.Reorder(letters, font.Levels(s, font.Natural))
			got := extracted(t, s, "mutool", "draw", "-q", "-F", "text", "FILE")
			if got != string(letters) && got != s {
				t.Errorf("mutool says %q, want %q", got, string(letters))
			}
		})
	}
}

// letters are a text's letters by script, in order: what no reader may change.
func letters(s string) (latin, other string) {
	for _, r := range s {
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
		case r < 0x590:
			latin += string(r)
		default:
			other += string(r)
		}
	}
	return latin, other
}

// Words in are words out for lines of several scripts.
func FuzzMixedLinesAreReadBack(f *testing.F) {
	f.Add(uint64(1))
	f.Add(uint64(77))
	words := strings.Fields("Beirut AUBMC Hospital مستشفى الجامعة بيروت بیمارستان Łódź Nguyễn 12 345 (Lebanon) شارع رقم תל אביב")
	f.Fuzz(func(t *testing.T, seed uint64) {
		var line []string
		for range 6 {
			seed = seed*6364136223846793005 + 1442695040888963407
			line = append(line, words[seed>>33%uint64(len(words))])
		}
		s := strings.Join(line, " ")
		latin, other := letters(s)
		gotLatin, gotOther := letters(extracted(t, s, "pdftotext", "-enc", "UTF-8", "FILE", "-"))
		if len(gotLatin) != len(latin) || len(gotOther) != len(other) {
			t.Errorf("%q is read as %q and %q", s, gotLatin, gotOther)
		}
	})
}

// An accent that no letter carries ready-made stands over its letter and takes no room.
func TestAccentsTakeNoRoom(t *testing.T) {
	fonts := NewFonts(faces)
	for _, c := range []struct{ marked, bare string }{
		{"\u1ecd\u0300", "\u1ecd"}, {"x\u0301", "x"}, {"m\u0302\u0323", "m"}, {"שָׁלוֹם", "שלום"}, {"مُحَمَّد", "محمد"},
	} {
		for _, id := range []font.ID{font.MonoBold, font.Serif, font.Sans} {
			with, err := fonts.Width(id, 10, c.marked)
			must(t, err)
			without, err := fonts.Width(id, 10, c.bare)
			must(t, err)
			if with > without+0.01 || with < without-0.01 {
				t.Errorf("%s %q is %.2f wide, %q %.2f", id, c.marked, with, c.bare, without)
			}
		}
	}
}
