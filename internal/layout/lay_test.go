package layout

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"parolepack/internal/font"
)

const everything = `# A heading

A paragraph with **bold**, *italic*, ***both***, ` + "`code`" + ` and a [link to an exhibit](exhibit:us-physician) that is long enough to take three lines, so that [a second link, itself long enough to be parted over a line's end](part:i-131/nour), can be seen to have two areas.

## Second level

1. One
2. Two, with a second paragraph

   which stands under it
10. Ten
    - nested *bullet*
-  other list

> A quotation, set in from both sides, that runs over more than a single line of the page it stands on.

| Left | Center | Right |
|:-----|:------:|------:|
| a | b | c |
| a cell with much more text than the others have, so that it wraps | **bold** | [1](exhibit:a) |

---

` + "```" + `
code   with spaces

  and lines
` + "```" + `

<!-- right -->
Right\
two lines

<!-- center -->
Centered &amp; \*escaped\* &copy; <https://www.uscis.gov/i-131> ![a picture](x.png) <b>tag</b>

<!-- plain -->
<!-- columns 40 * -->
| | |
|-|-|
| **RE:** | plain table |

<!-- space 30 -->
After thirty points.

<!-- signature 200 -->
<!-- tight -->
Name ☐ box
`

func TestEverything(t *testing.T) {
	style := LetterStyle(Letterhead{"A & B LLP", []string{"1 Main Street", "New York"}, "212-555-0100"})
	style.Running = "Short title"
	pages := lay(t, style, everything)
	soundness(t, style, pages)
	golden(t, "everything.txt", dump(pages))
}

func TestTheSameInputGivesTheSamePages(t *testing.T) {
	style := LetterStyle(Letterhead{Name: "A"})
	if a, b := lay(t, style, everything), lay(t, style, everything); !reflect.DeepEqual(a, b) {
		t.Error("two runs differ")
	}
}

func TestPagesSurviveJSON(t *testing.T) {
	pages := lay(t, SheetStyle(), everything)
	data, err := json.Marshal(pages)
	if err != nil {
		t.Fatal(err)
	}
	var back []Page
	if err := json.Unmarshal(data, &back); err != nil || !reflect.DeepEqual(back, pages) {
		t.Errorf("pages changed on the way through JSON (%v)", err)
	}
}

func TestNothingIsOneEmptyPage(t *testing.T) {
	for _, markdown := range []string{"", "\n\n", "<!-- pagebreak -->", "<!-- space 100 -->"} {
		pages := lay(t, IndexStyle(), markdown)
		if len(pages) != 1 || len(pages[0].Runs) != 0 || pages[0].Text() != "" || pages[0].Width != 612 || pages[0].Height != 792 {
			t.Errorf("%q: %+v", markdown, pages)
		}
	}
}

// Every word that goes in comes out once and in order, within the margins, whatever the lengths.
func TestWordsComeOutOnceAndInOrder(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 40 {
		var in, words []string
		for b := range 1 + random.IntN(30) {
			var block []string
			for range 1 + random.IntN(120) {
				word := fmt.Sprintf("w%d", len(words))
				if random.IntN(20) == 0 {
					word += strings.Repeat("m", random.IntN(90))
				}
				words, block = append(words, word), append(block, word)
			}
			prefix := []string{"", "", "", "# ", "> ", "- "}[random.IntN(6)]
			if prefix == "- " && b == 0 {
				prefix = ""
			}
			in = append(in, prefix+strings.Join(block, " "))
		}
		for _, style := range []Style{LetterStyle(Letterhead{}), IndexStyle()} {
			pages := lay(t, style, strings.Join(in, "\n\n"))
			soundness(t, style, pages)
			got := strings.Join(strings.Fields(strings.ReplaceAll(textOfAll(pages), "•", "")), "")
			if got != strings.Join(words, "") {
				t.Fatal("words were lost, doubled or moved")
			}
		}
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct{ name, markdown, want string }{
		{"unknown directive", "<!-- pgbreak -->\n", "pgbreak"},
		{"directive with stray words", "<!-- right now -->\n", "right now"},
		{"length", "<!-- space wide -->\n", "wide"},
		{"not a number", "<!-- space NaN -->\n", "NaN"},
		{"columns", "<!-- columns 10 x -->\n", `"x"`},
		{"column count", "<!-- columns 10 -->\n| a | b |\n|---|---|\n| 1 | 2 |\n", "1 widths for 2 columns"},
	} {
		_, err := Lay(font.NewSet(), SheetStyle(), c.markdown)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}

func TestDepthIsBounded(t *testing.T) {
	set := font.NewSet()
	for _, c := range []struct{ name, markdown string }{
		{"quotes", strings.Repeat("> ", 500) + "x"},
		{"lists", strings.Repeat("- ", 500) + "x"},
		{"mixed", strings.Repeat("> - ", 200) + "x"},
		{"links", strings.Repeat("*a **b ", 60) + strings.Repeat("** *", 60)},
	} {
		if _, err := Lay(set, SheetStyle(), c.markdown); err != nil && !errors.Is(err, ErrDepth) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	if _, err := Lay(set, SheetStyle(), strings.Repeat("> ", 100)+"x"); !errors.Is(err, ErrDepth) {
		t.Errorf("a hundred quotes: %v", err)
	}
	soundness(t, SheetStyle(), lay(t, SheetStyle(), strings.Repeat("> ", 20)+"deep but allowed"))
}

func TestLetterheadAndRunningHead(t *testing.T) {
	style := LetterStyle(Letterhead{"Firm LLP", []string{"1 Main Street", "", "New York"}, "212"})
	style.Running = "Short title"
	pages := lay(t, style, strings.Repeat("text ", 1200))
	if len(pages) < 2 {
		t.Fatal("one page")
	}
	first, second := pages[0].Text(), pages[1].Text()
	if !strings.HasPrefix(first, "Firm LLP\n1 Main Street · New York\n212\ntext") || strings.Contains(first, "Page") {
		t.Errorf("page 1 starts %q", first[:60])
	}
	if !strings.HasPrefix(second, "Short title  Page 2\ntext") {
		t.Errorf("page 2 starts %q", second[:40])
	}
	style.Running = ""
	if text := lay(t, style, strings.Repeat("text ", 1200))[1].Text(); !strings.HasPrefix(text, "text") {
		t.Errorf("without a short title page 2 starts %q", text[:20])
	}
	style.Running = strings.Repeat("a very long short title ", 10)
	soundness(t, style, lay(t, style, strings.Repeat("text ", 1200)))
}

// FuzzLay holds what is true of any Markdown: no panic, no endless work, nothing outside the margins.
func FuzzLay(f *testing.F) {
	f.Add(everything)
	f.Add("| a | b |\n|---|:-:|\n| x<br>y | " + strings.Repeat("long ", 400) + " |\n")
	f.Add("<!-- keep -->\n- a\n- b\n\n1) c\n\n\n    code\n\n***\n\\\n&#0; &bogus; <br> \u00ad\u200b\u0301")
	f.Add("<!-- columns 1 2* 3 -->\n|a|b|c|\n|-|-|-|\n|" + strings.Repeat("m", 300) + "|||\n")
	set := font.NewSet()
	f.Fuzz(func(t *testing.T, markdown string) {
		if len(markdown) > 20_000 {
			t.Skip()
		}
		style := LetterStyle(Letterhead{Name: "Firm"})
		pages, err := Lay(set, style, markdown)
		if err != nil {
			return
		}
		for _, p := range pages {
			for _, r := range p.Runs {
				if r.X < 0 || r.Y < 0 || r.Y > p.Height-footerBand || r.X+r.Width > p.Width {
					t.Errorf("%+v lies off the page", r)
				}
			}
		}
	})
}

func BenchmarkLay(b *testing.B) {
	set, style := font.NewSet(), LetterStyle(Letterhead{Name: "Firm"})
	for b.Loop() {
		if _, err := Lay(set, style, everything); err != nil {
			b.Fatal(err)
		}
	}
}
