// Package contest runs the programs against each other: the yardstick, ours and whichever peers are installed, in rounds, so
// that what disturbs the machine disturbs all of them.
package contest
