package material

import "fmt"

// A Size says how much is made. Pages of the form are those of its blank and come on top.
type Size struct {
	// Texts documents of TextPages pages each, and Scans documents of ScanPages pages each.
	Texts, TextPages, Scans, ScanPages int
	// Width and Height of a scanned page in pixels.
	Width, Height int
	// Large is how many pages the one large document has.
	Large int
}

// Full is the set that the bars speak of: 490 pages of exhibits, 504 with an I-131, 110 MB.
func Full() Size {
	return Size{Texts: 10, TextPages: 25, Scans: 10, ScanPages: 24, Width: 1700, Height: 2200, Large: 2000}
}

// Typical is the exhibits of a typical packet, 40 pages, ten of them scans.
func Typical() Size {
	s := Full()
	s.Texts, s.TextPages, s.Scans, s.ScanPages = 6, 5, 2, 5
	return s
}

// Smoke is a set that is made and measured in a second; its numbers say nothing.
func Smoke() Size {
	return Size{Texts: 2, TextPages: 2, Scans: 2, ScanPages: 2, Width: 170, Height: 220, Large: 30}
}

// Times is the size with n times as many documents, each as long as before.
func (s Size) Times(n int) Size {
	s.Texts, s.Scans = s.Texts*n, s.Scans*n
	return s
}

// name tells sets apart in the cache.
func (s Size) name() string {
	return fmt.Sprintf("%dx%d+%dx%d-%dx%d", s.Texts, s.TextPages, s.Scans, s.ScanPages, s.Width, s.Height)
}
