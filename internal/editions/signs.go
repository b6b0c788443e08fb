package editions

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"

	"parolepack/internal/catalog"
)

// matcher holds two lists against each other.
type matcher struct {
	before, after  []traits
	topOld, topNew [][2]float64
	taken          map[int]bool
	sameEdition    bool
	tooltips       bool // whether both editions know them
}

// traits are what a field is compared by.
type traits struct {
	f    *catalog.InventoryField
	leaf string // the last part of the name
	base string // that without its index
	name map[string]bool
	tip  map[string]bool
	end  map[string]bool // the tooltip's last sentence, which tells the box from those of its item
	at   float64         // its place in the list, 0 to 1
}

func newMatcher(before, after *catalog.Inventory) *matcher {
	m := &matcher{
		before: traitsOf(before.Fields), after: traitsOf(after.Fields), taken: map[int]bool{},
		topOld: make([][2]float64, len(before.Fields)), topNew: make([][2]float64, len(after.Fields)),
		sameEdition: before.Edition == after.Edition,
	}
	told := func(t traits) bool { return t.f.Tooltip != "" }
	m.tooltips = slices.ContainsFunc(m.before, told) && slices.ContainsFunc(m.after, told)
	return m
}

var (
	index = regexp.MustCompile(`\[\d+\]$`)
	part  = regexp.MustCompile(`[A-Z]+[a-z]*|[a-z]+|\d+`)
	word  = regexp.MustCompile(`[A-Za-z]+|\d+`)
)

func traitsOf(list []catalog.InventoryField) []traits {
	out := make([]traits, len(list))
	for i := range list {
		f := &list[i]
		leaf := f.Name[strings.LastIndexByte(f.Name, '.')+1:]
		base := index.ReplaceAllString(leaf, "")
		out[i] = traits{f: f, leaf: leaf, base: base, name: set(part.FindAllString(base, -1)), tip: set(word.FindAllString(f.Tooltip, -1)), end: set(word.FindAllString(lastSentence(f.Tooltip), -1)),
			at: float64(i) / float64(len(list))}
	}
	return out
}

func set(words []string) map[string]bool {
	out := make(map[string]bool, len(words))
	for _, w := range words {
		out[strings.ToLower(w)] = true
	}
	return out
}

// alike is the share of words that two sets have in common, 0 to 1.
func alike(a, b map[string]bool) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	both := 0
	for w := range a {
		if b[w] {
			both++
		}
	}
	return float64(both) / float64(len(a)+len(b)-both)
}

// lastSentence is what a tooltip says behind its headings: `Enter Family Name (Last Name)`.
func lastSentence(s string) string {
	s = strings.TrimRight(s, ". ")
	return s[strings.LastIndex(s, ". ")+1:]
}

// speak is how alike two tooltips are, 0 to 1: half by all their words, half by their last sentences.
func speak(a, b *traits) float64 { return (alike(a.tip, b.tip) + alike(a.end, b.end)) / 2 }

// The likeness of tooltips that says the same, and the one below which they speak of different things.
const (
	sameWords  = 0.8
	otherWords = 0.35
)

// score is how much speaks for a pair; what cannot be one scores nothing.
func (m *matcher) score(o, n int) float64 {
	a, b := &m.before[o], &m.after[n]
	if !kin(a.f.Type, b.f.Type) {
		return 0
	}
	s := m.named(a, b)
	if a.f.Tooltip != "" && b.f.Tooltip != "" {
		s += 4*speak(a, b) - 1
	}
	if placed(a.f, b.f) {
		s += 2
	}
	if a.f.Type == catalog.KindCheckbox && b.f.Type == catalog.KindCheckbox && len(a.f.On)+len(b.f.On) > 0 {
		if slices.Equal(a.f.On, b.f.On) {
			s += 0.5
		} else {
			s -= 0.5
		}
	}
	if a.f.Type != b.f.Type {
		s--
	}
	return s + 0.5*(1-math.Abs(a.at-b.at))
}

// named is what names say of a pair.
func (m *matcher) named(a, b *traits) float64 {
	switch {
	case a.f.Name == b.f.Name && m.sameEdition:
		return 6 // a blank and its own inventory
	case a.f.Name == b.f.Name:
		return 3
	case a.leaf == b.leaf:
		return 2.2
	case a.base == b.base:
		return 1.8
	}
	return 1.5 * alike(a.name, b.name)
}

// kin reports whether a field of one kind may have become one of another: a text to fill in and a list to choose from.
func kin(a, b catalog.Kind) bool {
	asked := func(k catalog.Kind) bool { return k == catalog.KindText || k == catalog.KindChoice }
	return a == b || asked(a) && asked(b)
}

// nudge is how far apart, in points, two boxes are at most to be at one place.
const nudge = 4

func placed(a, b *catalog.InventoryField) bool {
	if a.Page == 0 || a.Page != b.Page || a.Rect == (catalog.Rect{}) || b.Rect == (catalog.Rect{}) {
		return false
	}
	for i := range a.Rect {
		if math.Abs(a.Rect[i]-b.Rect[i]) > nudge {
			return false
		}
	}
	return true
}

// alone is by how much a pair must lead over any other that its fields could be in, unless the name is the same.
const alone = 0.4

// pair tells what speaks for a chosen pair, whether that is enough, and what changed.
func (m *matcher) pair(o, n int) Pair {
	a, b := &m.before[o], &m.after[n]
	p := Pair{Old: a.f, New: b.f, Moved: moved(a.f, b.f), Changes: changes(a.f, b.f)}
	tips := speak(a, b)
	told := a.f.Tooltip != "" && b.f.Tooltip != ""
	name := a.f.Name == b.f.Name
	for _, s := range []struct {
		on   bool
		sign string
	}{{name, "name"}, {!name && a.leaf == b.leaf, "leaf"}, {told && tips >= sameWords, "tooltip"}, {placed(a.f, b.f), "place"}} {
		if s.on {
			p.Signs = append(p.Signs, s.sign)
		}
	}
	p.Unsure = m.unsure(o, n, &p, told && tips < otherWords)
	return p
}

// unsure says why a person must look at a pair; nothing where two signs agree and none speaks against it.
func (m *matcher) unsure(o, n int, p *Pair, otherTooltip bool) string {
	s := m.score(o, n)
	name := slices.Contains(p.Signs, "name")
	rival := max(m.topOld[o][1], m.topNew[n][1])
	if m.topOld[o][0] > s || m.topNew[n][0] > s {
		rival = max(m.topOld[o][0], m.topNew[n][0])
	}
	switch {
	case p.Old.Type.HoldsNothing() && p.New.Type.HoldsNothing():
		return "" // no answer goes there
	case p.Old.Type != p.New.Type:
		return fmt.Sprintf("it was a %s", p.Old.Type)
	case p.Old.Type == catalog.KindCheckbox && len(p.Old.On) > 0 && !slices.Equal(p.Old.On, p.New.On):
		return "its on-state is another, so it may be another answer"
	case p.Old.Type == catalog.KindChoice && lost(p.Old.Options, p.New.Options) && len(p.Old.Options) > 0:
		return "choices that the old one had are gone"
	case m.sameEdition && name:
		return ""
	case otherTooltip:
		return "its tooltip speaks of something else" + bySigns(p.Signs)
	case len(p.Signs) < 2:
		return "paired" + onlyBy(p.Signs)
	case !name && s-rival < alone:
		return "another field is nearly as like" + bySigns(p.Signs)
	}
	return ""
}

func bySigns(signs []string) string {
	if len(signs) == 0 {
		return ""
	}
	return "; paired by " + strings.Join(signs, " and ")
}

func onlyBy(signs []string) string {
	if len(signs) == 0 {
		return " by likeness alone"
	}
	return " by " + signs[0] + " alone"
}

// lost reports whether an export value of the old list is not among the new ones.
func lost(before, after [][2]string) bool {
	return slices.ContainsFunc(before, func(o [2]string) bool {
		return !slices.ContainsFunc(after, func(n [2]string) bool { return n[0] == o[0] })
	})
}
