package ink

import "parolepack/internal/pdf"

// A Page is one page on its way to the packet.
type Page struct {
	// Doc is the open document it comes from, Number the page there, 1-based.
	Doc    *pdf.Document
	Number int
	// Over is drawn over the page in the page's own coordinates, before any fitting or turning; nil draws nothing.
	Over *Canvas
	// Fit asks for the page to be fitted to Letter above the footer band; form pages are never scaled.
	Fit bool
	// Turn is an extra clockwise rotation in degrees, a multiple of 90, on top of the page's own /Rotate.
	Turn int
	// Keep tells which annotations of the source page go along; nil leaves the choice to the assembler. Widgets never
	// do: what they show in print is in Over.
	Keep func(annotation pdf.Dict) bool
}

// Pages are the pages of one part, in order.
type Pages struct {
	List []Page
	// Close gives the documents behind the pages back once they are copied; it may be nil.
	Close func() error
}
