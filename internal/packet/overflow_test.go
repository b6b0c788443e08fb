package packet

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"parolepack/internal/boxes"
	"parolepack/internal/casefile"
	"parolepack/internal/catalog"
	"parolepack/internal/plan"
	"parolepack/internal/testkit"
)

// longest is the longest text that the property is held for, in characters.
const longest = 20000

// An asked answer is one whose words are followed from the case to the page.
type asked struct {
	part, item, label string
	put               func(*casefile.Case, string)
	// named tells that the answer is named by its label where it stands away from its box.
	named bool
}

func askedAnswers() []asked {
	return []asked{
		{"i-131/nour", "8.1", "How the person qualifies for parole", func(c *casefile.Case, s string) { c.Beneficiaries[0].Request.Reasons = s }, false},
		{"i-134/nour/samir", "2.19", "Specific contributions", func(c *casefile.Case, s string) { c.Supporters[0].Contributions = s }, false},
		{"i-912/nour", "6.1", "The situation", func(c *casefile.Case, s string) { c.FeeWaiver.Hardship.Statement = s }, false},
		{"i-131/nour", "2.1", "Family name", func(c *casefile.Case, s string) { c.Petitioner.Name.Family = s }, true},
		{"g-28/nour", "3.13.a", "Street number and name", func(c *casefile.Case, s string) { c.Petitioner.MailingAddress.Street = s }, false},
	}
}

// TestEveryWordComesOut puts texts into a narrative of each form, a name and a line of an address, builds the packet and
// reads it with our own eyes and poppler's: whatever the text, its words stand in the packet in order, once.
func TestEveryWordComesOut(t *testing.T) {
	t.Run("practice", func(t *testing.T) { everyWord(t, house(t), true) })
	t.Run("official", func(t *testing.T) {
		forms := testkit.Forms(t)
		h := house(t)
		h.Before = []string{forms}
		everyWord(t, h, false)
	})
}

func everyWord(t *testing.T, h *House, practice bool) {
	desk := h.Desk()
	defer desk.Close()
	for name, text := range texts(practice) {
		t.Run(name, func(t *testing.T) {
			job := hardUp(t)
			job.Practice = practice
			for _, a := range askedAnswers() {
				a.put(job.Case.Case, text(a))
			}
			p, err := desk.Plan(t.Context(), job)
			if err != nil {
				t.Fatal(err)
			}
			var packet bytes.Buffer
			if _, err := desk.Build(t.Context(), job, p, &packet); err != nil {
				t.Fatal(err)
			}
			readers := map[string]shown{"our reader": ours(t, packet.Bytes(), p)}
			if seen, ok := popplers(t, packet.Bytes()); ok {
				readers["poppler"] = seen
			}
			for reader, seen := range readers {
				for _, a := range askedAnswers() {
					a.follow(t, h, p, reader, seen, text(a))
				}
			}
		})
	}
}

// follow finds an answer's words on the pages and holds them against its text.
func (a asked) follow(t *testing.T, h *House, p *plan.Plan, reader string, seen shown, text string) {
	t.Helper()
	part, ok := p.Part(a.part)
	if !ok {
		t.Fatalf("no part %s", a.part)
	}
	ed, _ := h.Catalog.Edition(part.Form.Form, part.Form.Edition)
	placed, err := boxes.Placed(ed)
	if err != nil {
		t.Fatal(err)
	}
	f := fieldOf(t, placed, a)
	want, got := strings.Fields(text), seen.inBox(part, f)
	if away := seen.elsewhere(p, part, placed, f); len(away) > 0 {
		if pointer := strings.Join(got, " "); !strings.HasPrefix(pointer, "See ") && pointer != "" {
			t.Errorf("%s: %s %s: the answer stands elsewhere, and its box says %q", reader, a.part, a.item, pointer)
		}
		if got = away; a.named {
			want = slices.Concat(strings.Fields(a.label+":"), want)
		}
	}
	if at, ok := sameWords(got, want); !ok {
		t.Errorf("%s: %s %s: %d words of %d come out, and after %d they are %q where %q is due",
			reader, a.part, a.item, len(got), len(want), at, short(got, at), short(want, at))
	}
}

func short(words []string, at int) []string {
	at = min(at, len(words))
	return words[at:min(at+6, len(words))]
}

func fieldOf(t *testing.T, ed *catalog.Edition, a asked) *catalog.Field {
	t.Helper()
	for i := range ed.Fields {
		if f := &ed.Fields[i]; f.Item == a.item && f.Label == a.label {
			return f
		}
	}
	t.Fatalf("%s has no %s %q", ed.Form, a.item, a.label)
	return nil
}

// sameWords reports whether what was read is what was written. A word that a line may break within, because it is longer than
// one or has a hyphen, a dash or a letter of another face, may be read in pieces. at is the word of got that is wrong.
func sameWords(got, want []string) (at int, same bool) {
	for _, w := range want {
		if at == len(got) {
			return at, false
		}
		whole := got[at]
		parted := len([]rune(w)) > 24 || strings.ContainsAny(w, "-—") || strings.ContainsFunc(w, func(r rune) bool { return r > 0x17f })
		for n := at + 1; parted && n < len(got) && len(whole) < len(w); n++ {
			whole += got[n]
			at++
		}
		if whole != w {
			return at, false
		}
		at++
	}
	return at, at == len(got)
}

// texts are the texts to try: kinds that are known to be hard, and random ones. Official blanks are tried with fewer.
func texts(all bool) map[string]func(asked) string {
	same := func(s string) func(asked) string { return func(asked) string { return s } }
	prose := words(rand.New(rand.NewPCG(1, 1)), longest)
	list := map[string]func(asked) string{
		"short":      same("One."),
		"lists":      same(strings.Repeat("Reasons:\r\n\r\n1. First\tof all,\u00a0this.\r\n2.  Then that;\n\t(a) and more\n\n\n\nA new paragraph.\r\n", 6)),
		"paragraphs": same(strings.Repeat("\n\nOne line.\n\n  Two lines,\n the second here.", 40)),
		"prose":      same(prose),
		"one word":   same(strings.Repeat("unbreakable", 300)),
	}
	if all {
		list["letters"] = same(strings.Repeat("Ébène Łódź İstanbul Ελλάδα Київ naïve-façade ☐ Yes — no… “quoted” §212(d)(5)(A) ", 30))
		list["one word of all"] = same(strings.Repeat("endless", longest/7))
		list["spaces"] = same(strings.Repeat("a    b\u2003c\u3000d\u2028e\u2029f \t \r g\n \n ", 60))
		list["like our own"] = same(strings.Repeat("# Item {page} of {pages} <!-- body --> | *x* [a](b) \\ `c` &amp; 1) + - ", 30))
	}
	for _, seed := range []uint64{3, 5, 8, 13} {
		if all || seed == 3 {
			list[fmt.Sprintf("random %d", seed)] = func(a asked) string {
				r := rand.New(rand.NewPCG(seed, uint64(len(a.part)+len(a.item))))
				return words(r, 1+r.IntN(longest))
			}
		}
	}
	return list
}

// words are random words with random spaces, breaks and marks between them, size characters in all.
func words(r *rand.Rand, size int) string {
	const letters = "aaeeiioouurstlnmdbcfgpABCDEMNRST0123456789éñüçŁø$%&()'\"/"
	alphabet := []rune(letters)
	between := []string{" ", " ", " ", " ", " ", " ", "  ", ", ", ". ", "; ", "\n", "\r\n", "\n\n", "\t", "\u00a0", " - ", " — ", "\n- ", "\n12. "}
	var b strings.Builder
	for count := 0; count < size; count = utf8.RuneCountInString(b.String()) {
		n := 1 + r.IntN(12)
		if r.IntN(400) == 0 {
			n += r.IntN(300)
		}
		for range n {
			b.WriteRune(alphabet[r.IntN(len(alphabet))])
		}
		b.WriteString(between[r.IntN(len(between))])
	}
	return string([]rune(b.String())[:size])
}
