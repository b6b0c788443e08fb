package contest

import (
	"parolepack/bench/child"
	"parolepack/bench/material"
	"parolepack/bench/measure"
)

// Ours are the yardstick and what is held against it, in this order: the copy, our assembly of the same files, and the whole
// build of the case by the program itself.
func Ours(program, forms string, set *material.Set) ([]Entry, error) {
	yardstick, err := child.Command("copy")
	if err != nil {
		return nil, err
	}
	assembly, err := child.Command("assemble")
	if err != nil {
		return nil, err
	}
	files := set.Files()
	return []Entry{
		joined("copy", "", "hashes what it reads and what it writes, and syncs", func(out string) []string {
			return append(append(append([]string{}, yardstick...), out), files...)
		}),
		joined("parolepack, assembly", "", "hashes both, syncs; stamps, outline, links, labels; form fields become part of the page", func(out string) []string {
			return append(append(append([]string{}, assembly...), out), files...)
		}),
		Build(program, forms, set),
	}, nil
}

// Build is the whole build of a set's case by the program itself. A case that lacks something is built as a draft, with exit
// code 3.
func Build(program, forms string, set *material.Set) Entry {
	return Entry{
		Name: "parolepack build", Note: "the same and more: fills four forms, lays out letter, index and dividers, writes the manifest",
		Command: func(out string) measure.Command {
			args := append([]string{program, "build", set.Dir, "-o", out}, Choices(forms, set.Planned.Official)...)
			return measure.Command{Args: args, Exits: []int{3}}
		},
	}
}

// Choices are the options of a build: the day, and where the blanks are.
func Choices(forms string, official bool) []string {
	if !official {
		return []string{"--as-of", material.AsOf, "--practice"}
	}
	return []string{"--as-of", material.AsOf, "--forms", forms}
}
