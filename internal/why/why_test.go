package why

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"parolepack/internal/casefile"
	"parolepack/internal/catalog"
	"parolepack/internal/packet"
)

// planned plans the medical sample, edited in its text so that places stay true, on practice forms.
func planned(t *testing.T, edits ...string) Input {
	t.Helper()
	dir := filepath.Join("..", "..", "samples", "medical")
	data, err := os.ReadFile(filepath.Join(dir, "case.json"))
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	for i := 0; i < len(edits); i += 2 {
		if !strings.Contains(text, edits[i]) {
			t.Fatalf("the sample has no %q", edits[i])
		}
		text = strings.Replace(text, edits[i], edits[i+1], 1)
	}
	file, err := casefile.Read("case.json", []byte(text), casefile.Options{})
	if err != nil {
		t.Fatal(err)
	}
	c, err := catalog.Load(os.DirFS("../../fields"))
	if err != nil {
		t.Fatal(err)
	}
	desk := packet.NewHouse(c, os.DirFS("../../templates"), nil, nil).Desk()
	defer desk.Close()
	day := casefile.Date{Year: 2026, Month: 11, Day: 24}
	p, err := desk.Plan(t.Context(), packet.Job{Case: file, Dir: dir, AsOf: day, Practice: true})
	if err != nil {
		t.Fatal(err)
	}
	return Input{Plan: p, Case: file, Catalog: c}
}

// ask answers one question, a line a box.
func ask(t *testing.T, in Input, question string) []string {
	t.Helper()
	q, err := Parse(question)
	if err != nil {
		t.Fatal(err)
	}
	boxes, err := Explain(in, q)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, b := range boxes {
		lines = append(lines, line(b))
	}
	return lines
}

// line writes a box: copy, item, value or why not, keys with their lines, where the text went, and the expression.
func line(b Box) string {
	out := []string{b.Part, b.Item, b.Label, fmt.Sprintf("%q", b.Value)}
	if b.Blank != "" {
		out = append(out[:3], strings.TrimSuffix(b.Blank+": "+b.Why, ": "))
	}
	for _, s := range b.From {
		place := fmt.Sprintf("%s:%d", s.Place.File, s.Place.Line)
		if !s.Given {
			place = "not given"
		}
		out = append(out, s.Key+" "+place)
	}
	for _, w := range b.Went {
		out = append(out, strings.TrimSpace(fmt.Sprintf("to %s %s", w.Part, w.Item)))
	}
	return strings.Join(append(out, b.Expression), " | ")
}

func TestExplain(t *testing.T) {
	in := planned(t,
		`"supporters": ["samir"]`, `"supporters": ["samir", "bo"]`,
		`"supporters": [
`, `"supporters": [
    {"id": "bo", "is": "other", "name": {"family": "Quist", "given": "Bo"}, "annual_income_usd": 51000},
`,
		`{"family": "El-Haddad", "given": "Sami", "middle": ""}`,
		`{"family": "El-Haddad", "given": "Sami", "middle": ""}, {"family": "A", "given": "B"}, {"family": "C", "given": "D"}, {"family": "E", "given": "F"}`,
	)
	for _, row := range []struct {
		question string
		want     []string
	}{
		{"I-131:8.2", []string{`i-131/nour | 8.2 | Expected length of stay | "8 months" | beneficiaries[0].request.stay case.json:64 | text: stay_length(beneficiary.request.stay)`}},
		{"i-131/nour:2.8", []string{ // each box of a choice
			`i-131/nour | 2.8 | Female | no_value: the map's expression gives nothing for this case | petitioner.sex case.json:18 | check: filer.sex == "female"`,
			`i-131/nour | 2.8 | Male | "M" | petitioner.sex case.json:18 | check: filer.sex == "male"`,
		}},
		{"I-131:1.7", []string{`i-131/nour | 1.7 | Parole, outside the U.S., no program | "23" | check: true`}},
		{"I-131:8.1", []string{`i-131/nour | 8.1 | How the person qualifies for parole | "See Part 13, Additional Information." | beneficiaries[0].request.reasons case.json:63 | to i-131/nour 13.4 | to i-131/nour 13.5 | text: beneficiary.request.reasons`}},
		{"I-131:10.4", []string{
			`i-131/nour | 10.4 | Date of signature | by_hand: written in ink | `,
			`i-131/nour | 10.4 | Applicant's signature | by_hand: written in ink | `,
		}},
		{"I-134:2.16", []string{ // both copies, told apart
			`i-134/nour/samir | 2.16 | Annual income, U.S. dollars | "96,000" | supporters[1].annual_income_usd case.json:111 | text: usd(supporter.annual_income_usd)`,
			`i-134/nour/bo | 2.16 | Annual income, U.S. dollars | "51,000" | supporters[0].annual_income_usd case.json:100 | text: usd(supporter.annual_income_usd)`,
		}},
		{"I-134/nour/bo:2.6", []string{`i-134/nour/bo | 2.6 | Date of birth | no_value: the map's expression gives nothing for this case | supporters[0].born.date not given | text: date(supporter.born.date)`}},
	} {
		if got := ask(t, in, row.question); !slices.Equal(got, row.want) {
			t.Errorf("%s:\n%s\nwant:\n%s", row.question, strings.Join(got, "\n"), strings.Join(row.want, "\n"))
		}
	}
	names := ask(t, in, "I-131:2.2")
	if last := names[len(names)-1]; last != `i-131/nour | 2.2 | Answer without a box | "E, F" | petitioner.other_names case.json:17 | to i-131/nour 13.3 | text: names_from(filer.other_names, 4)` {
		t.Errorf("an answer without a box: %s", last)
	}
	long := planned(t, `"reasons": "`, `"reasons": "`+strings.Repeat("It cannot wait. ", 200))
	if got := ask(t, long, "I-131:8.1"); len(got) != 1 || !strings.Contains(got[0], " | to i-131/nour 13.3 | to i-131/nour 13.4 | to i-131/nour 13.5 | to i-131/nour 13.6 | to i-131/nour 13.7 | to i-131/nour/continuation | ") {
		t.Errorf("a text that needs sheets: %s", got)
	}
	short := planned(t, `"street": "8120 Ridge Boulevard"`, `"street": "8120 North Ridge Memorial Boulevard"`)
	q, _ := Parse("G-28:3.13.a")
	if boxes, err := Explain(short, q); err != nil || len(boxes) != 1 || len(boxes[0].Went) > 0 || !strings.HasPrefix(boxes[0].Expression, "short: ") || !strings.Contains(boxes[0].Why, "short form") {
		t.Errorf("a street as the post abbreviates it: %+v, %v", boxes, err)
	}
	slot := ask(t, in, "I-131:13.4")
	if want := `text: beneficiary.request.reasons`; len(slot) != 4 || !strings.HasSuffix(slot[3], want) || !strings.Contains(slot[3], "case.json:63") {
		t.Errorf("a slot: %s", strings.Join(slot, "\n"))
	}
}

// TestEveryBoxIsExplained wants an answer for every box of every form, each with its map's line, and a reason for each blank.
func TestEveryBoxIsExplained(t *testing.T) {
	in := planned(t)
	for _, form := range []string{"I-131", "I-134", "G-28", "G-1145", "G-1450"} {
		boxes, err := Explain(in, Query{Form: form})
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range boxes {
			if !strings.HasPrefix(b.Map, strings.ToLower(form)+"/"+b.Edition+".yaml:") || b.Value == "" && b.Blank == "" {
				t.Errorf("%+v", b)
			}
			for _, s := range b.From {
				if s.Place.File != "case.json" || s.Place.Line < 1 {
					t.Errorf("%s item %s: %s stands at %+v", b.Part, b.Item, s.Key, s.Place)
				}
			}
		}
		ed, _ := in.Catalog.Current(form)
		machine := 0
		for i := range ed.Fields {
			if ed.Fields[i].Kind.HoldsNothing() {
				machine++
			}
		}
		if len(boxes) != len(ed.Fields)-machine {
			t.Errorf("%s: %d boxes of %d fields, %d of them for machines", form, len(boxes), len(ed.Fields), machine)
		}
	}
}

func TestQuestionsWithoutAnAnswer(t *testing.T) {
	in := planned(t)
	for _, row := range []struct{ question, text, hint string }{
		{"", `--why "" names no box of a form`, "name form and item as printed, as in --why I-131:8.1 or --why I-134/nour/samir:2.16"},
		{":8.1", `--why ":8.1" names no box of a form`, "name form and item"},
		{"I-131:", `--why "I-131:" names no box of a form`, "name form and item"},
		{"I-131/a/b/c:1", `names no box of a form`, "name form and item"},
		{"I-765:1", "--why: the packet has no form I-765", "it has G-1450/nour, G-1145/nour, G-28/nour, I-131/nour, I-134/nour/samir"},
		{"I-131/omar:1", "--why: the packet has no form I-131/OMAR", "it has G-1450/nour"},
		{"I-131:8.9", "--why: Form I-131 has no item 8.9", "Part 8 has 8.1, 8.2, 8.3.a, 8.3.b"},
		{"I-131:8-1", "--why: Form I-131 has no item 8-1", "Part 8 has 8.1, 8.2, 8.3.a, 8.3.b"},
		{"I-131:99", "--why: Form I-131 has no item 99", "it has Parts 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13; plan CASE --why I-131 lists every box"},
	} {
		q, err := Parse(row.question)
		if err == nil {
			_, err = Explain(in, q)
		}
		var wrong *QueryError
		if !errors.As(err, &wrong) || !strings.EqualFold(wrong.Error(), row.text) && !strings.Contains(wrong.Error(), row.text) || !strings.HasPrefix(wrong.Hint(), row.hint) {
			t.Errorf("%q: %v", row.question, err)
		}
	}
}

// FuzzParse wants a question that reads to name a form and to mean the same when it is written again.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"I-131:8.1", "i-134/nour/samir:2.16", "G-28", ":", "a/b/c/d:1", "I-131:.1."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		q, err := Parse(s)
		if err == nil && (q.Form == "" || q.asks("") && q.Item != "") {
			t.Errorf("%q reads as %+v", s, q)
		}
	})
}
