package main

import (
	"slices"
	"unicode"
)

// shape returns a line of Arabic as it stands on paper: the letters in the forms that join them
// (Unicode, Arabic Presentation Forms-B), from right to left, numbers kept from left to right.
// Text of other scripts is returned as it is.
func shape(line string) string {
	letters := []rune(line)
	if !slices.ContainsFunc(letters, func(r rune) bool { return unicode.Is(unicode.Arabic, r) }) {
		return line
	}
	var joined []rune
	for i := 0; i < len(letters); i++ {
		if alef, ok := lamAlef(letters, i); ok {
			if joinsForward(letters, i-1) {
				alef++
			}
			joined = append(joined, alef)
			i++
			continue
		}
		joined = append(joined, formOf(letters, i))
	}
	slices.Reverse(joined)
	return string(numbersForward(joined))
}

// forms gives the isolated form of each letter; the final, initial and medial one follow it. A
// letter of two forms never joins the one after it.
func forms(r rune) (isolated rune, count int) {
	f, ok := map[rune][2]rune{
		'ء': {0xFE80, 1}, 'آ': {0xFE81, 2}, 'أ': {0xFE83, 2}, 'ؤ': {0xFE85, 2}, 'إ': {0xFE87, 2}, 'ئ': {0xFE89, 4},
		'ا': {0xFE8D, 2}, 'ب': {0xFE8F, 4}, 'ة': {0xFE93, 2}, 'ت': {0xFE95, 4}, 'ث': {0xFE99, 4}, 'ج': {0xFE9D, 4},
		'ح': {0xFEA1, 4}, 'خ': {0xFEA5, 4}, 'د': {0xFEA9, 2}, 'ذ': {0xFEAB, 2}, 'ر': {0xFEAD, 2}, 'ز': {0xFEAF, 2},
		'س': {0xFEB1, 4}, 'ش': {0xFEB5, 4}, 'ص': {0xFEB9, 4}, 'ض': {0xFEBD, 4}, 'ط': {0xFEC1, 4}, 'ظ': {0xFEC5, 4},
		'ع': {0xFEC9, 4}, 'غ': {0xFECD, 4}, 'ف': {0xFED1, 4}, 'ق': {0xFED5, 4}, 'ك': {0xFED9, 4}, 'ل': {0xFEDD, 4},
		'م': {0xFEE1, 4}, 'ن': {0xFEE5, 4}, 'ه': {0xFEE9, 4}, 'و': {0xFEED, 2}, 'ى': {0xFEEF, 2}, 'ي': {0xFEF1, 4},
	}[r]
	if !ok {
		return r, 0
	}
	return f[0], int(f[1])
}

// joinsForward reports whether the letter at i joins the one after it.
func joinsForward(letters []rune, i int) bool {
	if i < 0 {
		return false
	}
	_, count := forms(letters[i])
	return count == 4
}

// formOf returns the form of the letter at i between its neighbours.
func formOf(letters []rune, i int) rune {
	isolated, count := forms(letters[i])
	form := rune(0)
	if count > 1 && joinsForward(letters, i-1) {
		form = 1
	}
	if joinsForward(letters, i) && i+1 < len(letters) {
		if _, next := forms(letters[i+1]); next > 1 {
			form += 2
		}
	}
	return isolated + form
}

// lamAlef returns the ligature that a lam makes with an alef after it.
func lamAlef(letters []rune, i int) (rune, bool) {
	if letters[i] != 'ل' || i+1 == len(letters) {
		return 0, false
	}
	r, ok := map[rune]rune{'آ': 0xFEF5, 'أ': 0xFEF7, 'إ': 0xFEF9, 'ا': 0xFEFB}[letters[i+1]]
	return r, ok
}

// numbersForward turns the numbers of a reversed line back.
func numbersForward(line []rune) []rune {
	for i := 0; i < len(line); i++ {
		end := i
		for end < len(line) && unicode.IsDigit(line[end]) {
			end++
		}
		if end > i {
			slices.Reverse(line[i:end])
			i = end
		}
	}
	return line
}
