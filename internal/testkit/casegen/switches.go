package casegen

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// Switches are positions by the switch's name.
type Switches map[string]string

// String lists the positions in the order of the switches.
func (s Switches) String() string {
	var parts []string
	for _, f := range factors() {
		parts = append(parts, f.name+"="+s[f.name])
	}
	return strings.Join(parts, " ")
}

// factor is a switch and its positions.
type factor struct {
	name   string
	levels []string
}

// factors are all switches.
func factors() []factor {
	yesNo := []string{"yes", "no"}
	return []factor{
		{"petitioner", []string{"other", "self"}},
		{"persons", []string{"1", "2", "3"}},
		{"supporters", []string{"petitioner", "self", "other", "organization", "two", "none"}},
		{"attorney", []string{"bar", "none", "accredited", "associated", "student"}},
		{"represents", []string{"", "petitioner", "beneficiary", "supporter"}},
		{"preparer", []string{"attorney", "helper", "none"}},
		{"interpreter", yesNo},
		{"fee", []string{"card", "waiver", "bank", "paper_exempt", "exempt", "waiver"}},
		{"expedite", yesNo},
		{"mail", []string{"courier", "mail", "online"}},
		{"presence", []string{"mixed", "full", "sparse"}},
		{"length", []string{"usual", "long", "short"}},
		{"letters", []string{"plain", "accented", "wide"}},
		{"dependents", []string{"2", "0", "9", "12"}},
		{"assets", []string{"1", "0", "6", "8"}},
	}
}

// pair is two positions that met: the places of two switches and of their positions.
type pair [4]int

// cover sets the switches of n cases so that pairs of positions meet as early as can be: of some random settings the one is
// taken that brings the most new pairs together.
func cover(rng *rand.Rand, n int) []Switches {
	const candidates = 40
	fs, met := factors(), map[pair]bool{}
	out := make([]Switches, 0, n)
	for range n {
		var best []int
		most := -1
		for range candidates {
			setting := random(rng, fs)
			if fresh := len(unmet(setting, met)); fresh > most {
				best, most = setting, fresh
			}
		}
		for _, p := range unmet(best, met) {
			met[p] = true
		}
		s := Switches{}
		for i, f := range fs {
			s[f.name] = f.levels[best[i]]
		}
		out = append(out, s)
	}
	return out
}

// random sets every switch, within what a case can be: who files for themself is one person.
func random(rng *rand.Rand, fs []factor) []int {
	setting := make([]int, len(fs))
	for i, f := range fs {
		setting[i] = rng.IntN(len(f.levels))
	}
	if fs[0].levels[setting[0]] == "self" {
		setting[1] = 0
	}
	return setting
}

// unmet are the pairs of a setting that have not met yet.
func unmet(setting []int, met map[pair]bool) []pair {
	var list []pair
	for i := range setting {
		for j := range i {
			if p := (pair{j, i, setting[j], setting[i]}); !met[p] {
				list = append(list, p)
			}
		}
	}
	return list
}

// Unmet names the pairs of positions that meet in none of the cases, though they could.
func Unmet(cases []Case) []string {
	fs, met := factors(), map[string]bool{}
	for _, c := range cases {
		for i, a := range fs {
			for _, b := range fs[:i] {
				met[meeting(b, a, c.Switches[b.name], c.Switches[a.name])] = true
			}
		}
	}
	var list []string
	for i, a := range fs {
		for _, b := range fs[:i] {
			for _, x := range b.levels {
				for _, y := range a.levels {
					if b.name == "petitioner" && a.name == "persons" && x == "self" && y != "1" {
						continue
					}
					if m := meeting(b, a, x, y); !met[m] {
						list = append(list, m)
					}
				}
			}
		}
	}
	slices.Sort(list)
	return list
}

func meeting(a, b factor, x, y string) string {
	return fmt.Sprintf("%s=%s %s=%s", a.name, x, b.name, y)
}
