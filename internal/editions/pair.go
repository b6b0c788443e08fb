// Package editions tells what changed between two editions of a form: which field of the one is which of the other.
//
// No single sign can be trusted: names repeat and mislead, tooltips are copied from other forms, boxes move. A pairing is
// sure only where two of name, tooltip and place agree and nothing speaks against it; every other is told as unsure.
package editions

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"parolepack/internal/catalog"
)

// MostFields bounds the lists that are paired: no form has as many, and every field is held against every other.
const MostFields = 3000

// A Pair is a field of the old edition and the one of the new that it has become.
type Pair struct {
	Old, New *catalog.InventoryField
	// Signs are what speaks for the pair: name, leaf, tooltip, place, order, states.
	Signs []string
	// Unsure says why a person must look; empty where the pair is sure.
	Unsure string
	// Moved says that page or place differ. Changes are all other differences, as clauses.
	Moved   bool
	Changes []string
}

// A Diff is what changed from one edition to another.
type Diff struct {
	Old, New *catalog.Inventory
	// Pairs are in the new edition's order, Added as well, Removed in the old one's.
	Pairs   []Pair
	Added   []*catalog.InventoryField
	Removed []*catalog.InventoryField
}

// Compare pairs the fields of two editions.
func Compare(before, after *catalog.Inventory) (*Diff, error) {
	if len(before.Fields) > MostFields || len(after.Fields) > MostFields {
		return nil, errors.New("a form of more than 3000 fields is not compared")
	}
	if before.Form != after.Form {
		return nil, fmt.Errorf("form %s and form %s are different forms", before.Form, after.Form)
	}
	m := newMatcher(before, after)
	chosen := m.choose()
	d := &Diff{Old: before, New: after}
	for n := range after.Fields {
		o, ok := chosen[n]
		if !ok {
			d.Added = append(d.Added, &after.Fields[n])
			continue
		}
		d.Pairs = append(d.Pairs, m.pair(o, n))
		m.taken[o] = true
	}
	for o := range before.Fields {
		if !m.taken[o] {
			d.Removed = append(d.Removed, &before.Fields[o])
		}
	}
	return d, nil
}

// candidate is a possible pair: the indices of the old and the new field, and how much speaks for it.
type candidate struct {
	o, n  int
	score float64
}

// least is what a pair needs to be one at all: one strong sign, or several weak ones; less where one of the editions has
// no tooltips.
func (m *matcher) least() float64 {
	if m.tooltips {
		return 2.5
	}
	return 1.5
}

// choose takes the candidates with the highest scores first, each field once. Among equals the earlier field comes first.
func (m *matcher) choose() map[int]int {
	var list []candidate
	for o := range m.before {
		for n := range m.after {
			if s := m.score(o, n); s >= m.least() {
				list = append(list, candidate{o, n, s})
				m.best(o, n, s)
			}
		}
	}
	slices.SortFunc(list, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.o, b.o), cmp.Compare(a.n, b.n))
	})
	chosen, used := map[int]int{}, map[int]bool{}
	for _, c := range list {
		if _, taken := chosen[c.n]; !taken && !used[c.o] {
			chosen[c.n], used[c.o] = c.o, true
		}
	}
	return chosen
}

// best keeps the two highest scores of every field, to tell whether a pair stands alone.
func (m *matcher) best(o, n int, s float64) {
	for _, top := range []*[2]float64{&m.topOld[o], &m.topNew[n]} {
		switch {
		case s > top[0]:
			top[0], top[1] = s, top[0]
		case s > top[1]:
			top[1] = s
		}
	}
}
