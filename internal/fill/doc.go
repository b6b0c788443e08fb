// Package fill draws the values of one form part: over the pages of its blank for the packet, or into a live form of its
// own.
//
// The plan has decided everything: text, lines, face, size. Fill looks every field up by its full name, refuses what
// the blank cannot hold, and places the ink where the blank's own widgets are. Nothing is shrunk and nothing is cut: a
// line that is wider than its box is an error.
package fill
