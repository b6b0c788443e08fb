//go:build race

package pdf_test

// underRace says that the race detector runs, whose own time and memory are several times those of
// the program that it watches.
const underRace = true
