// Package casegen makes case files for tests: many, all different, the same ones every time.
//
// A handful of switches says what kind of case each is: who files, for how many, who supports, who represents, what is
// paid, how full and how long the answers are. The switches are set so that every two of their positions meet in some case.
// All else follows the case file's own types and tags by reflection, so that a new key or a new word of an enum is produced
// without a change here. Nothing of a case is meant to make sense as a life; all of it can be read and planned.
package casegen

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"

	"parolepack/internal/casefile"
)

// A Case is one generated case file.
type Case struct {
	// Name tells it from the others, as in case-017.
	Name string
	// Switches are the positions that made it, for messages.
	Switches Switches
	// JSON is the case file; its exhibits are the one file that Cases was told of.
	JSON []byte
}

// Cases returns n cases whose exhibits are all the PDF of that name in the case's folder. The first of many are the same as
// the same number of few, so that a slice is part of the whole.
func Cases(n int, exhibit string) ([]Case, error) {
	all := cover(rand.New(rand.NewPCG(131, 134)), n)
	g := &generator{rng: rand.New(rand.NewPCG(28, 912)), turns: map[string]int{}, exhibit: exhibit}
	out := make([]Case, n)
	for i := range out {
		out[i] = Case{Name: fmt.Sprintf("case-%03d", i+1), Switches: all[i]}
		c := g.make(out[i].Name, all[i])
		data, err := json.MarshalIndent(c, "", " ")
		if err != nil {
			return nil, fmt.Errorf("%s: %w", out[i].Name, err)
		}
		out[i].JSON = data
	}
	return out, nil
}

// generator makes one case after the other.
type generator struct {
	rng *rand.Rand
	// turns counts how often each enum was asked for, so that each of its words has its turn.
	turns   map[string]int
	exhibit string
	// at is the case being made.
	at Switches
	c  *casefile.Case
	// abroad tells whether the person being made has their mail abroad, and so their telephone.
	abroad bool
	// whose is the party being made, so that words and lengths take turns for each party alone.
	whose string
}

// make makes the case of some switches.
func (g *generator) make(name string, at Switches) *casefile.Case {
	g.at, g.c = at, &casefile.Case{}
	c := g.c
	g.fill(c, "")
	c.Schema, c.Filing, c.CaseNumber = "", "humanitarian-parole", name
	g.parties()
	g.exhibits()
	if g.has("expedite") {
		c.Expedite = &casefile.Expedite{}
		g.fill(c.Expedite, "expedite")
	} else {
		c.Expedite = nil
	}
	g.helpers()
	g.citations(c)
	return c
}

// has reports whether a switch with the positions yes and no is on yes.
func (g *generator) has(name string) bool { return g.at[name] == "yes" }

// chance is true in so many of a hundred cases.
func (g *generator) chance(percent int) bool { return g.rng.IntN(100) < percent }

// next is the next of some words, each in its turn.
func (g *generator) next(key string, words []string) string {
	key = g.whose + key
	i := g.turns[key]
	g.turns[key]++
	return words[i%len(words)]
}
