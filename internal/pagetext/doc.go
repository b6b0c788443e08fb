// Package pagetext reads the text that a page shows (ISO 32000-1, 9.10): what each piece says and where it stands.
//
// It knows fonts with a ToUnicode map and single-byte fonts in a standard encoding, as the agency's forms, our own pages
// and most office programs have them. What a font keeps to itself is not guessed.
package pagetext
