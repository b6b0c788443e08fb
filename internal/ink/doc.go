// Package ink draws: content streams over source pages, and the fonts embedded once a packet for
// all of them.
//
// A Canvas is one content stream (ISO 32000-1, 7.8.2) in points. It knows which glyphs it drew; Fonts gathers them over a
// whole packet and writes each face as one subset. Page and Pages are what producers hand to the assembler: a page of an
// open document and what is drawn over it.
//
// Nothing here is safe for concurrent use, save the font.Set behind a Fonts: one packet is drawn by one goroutine.
package ink
