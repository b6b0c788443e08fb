package fill_test

import (
	"io"
	"testing"

	"parolepack/internal/fill"
	"parolepack/internal/ink"
)

// BenchmarkFill is one copy of an opened I-131 with every field filled, drawn for the packet.
func BenchmarkFill(b *testing.B) {
	blank := official(b, "i-131_2025-01-20")
	part := everything(b, blank, all)
	b.ReportAllocs()
	for b.Loop() {
		fonts := ink.NewFonts(faces)
		f, err := fill.Fill(part, blank, fonts)
		if err != nil {
			b.Fatal(err)
		}
		if pages := f.Flatten(); len(pages) != 14 {
			b.Fatal(len(pages))
		}
	}
}

// BenchmarkWriteLive is one live copy of an opened I-131, written whole.
func BenchmarkWriteLive(b *testing.B) {
	blank := official(b, "i-131_2025-01-20")
	part := everything(b, blank, all)
	b.ReportAllocs()
	for b.Loop() {
		f, err := fill.Fill(part, blank, ink.NewFonts(faces))
		if err != nil {
			b.Fatal(err)
		}
		if _, err := f.WriteLive(io.Discard, fill.Beside{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkOpen is what a batch pays once.
func BenchmarkOpen(b *testing.B) {
	doc := official(b, "i-131_2025-01-20").Document()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := fill.Open(doc); err != nil {
			b.Fatal(err)
		}
	}
}
