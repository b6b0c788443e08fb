package casefile

import (
	"fmt"
	"testing"
)

func TestParseFile(t *testing.T) {
	tests := []struct{ in, want string }{
		{"tax.pdf", "tax.pdf []"},
		{"exhibits/tax.pdf#1-4", "exhibits/tax.pdf [{1 4}]"},
		{`exhibits\tax.pdf#3`, "exhibits/tax.pdf [{3 3}]"},
		{"./exhibits//tax.pdf#2-", "exhibits/tax.pdf [{2 0}]"},
		{"tax.pdf#1-3, 7,9-", "tax.pdf [{1 3} {7 7} {9 0}]"},
		{"tax..pdf", "tax..pdf []"},
		{"..tax/a.pdf", "..tax/a.pdf []"},
		{"Überweisung März.pdf", "Überweisung März.pdf []"},
	}
	for _, tt := range tests {
		ref, err := ParseFile(tt.in)
		if got := fmt.Sprint(ref.Path, " ", ref.Pages); err != nil || got != tt.want {
			t.Errorf("%q: got %s (%v), want %s", tt.in, got, err, tt.want)
		}
	}
}

func TestParseFileRefuses(t *testing.T) {
	for _, in := range []string{
		"", ".", "./", "exhibits/", "#1", "/etc/passwd", `\\server\share\a.pdf`, `\a.pdf`, "C:/a.pdf", `c:a.pdf`,
		"..", "../a.pdf", "a/../b.pdf", `a\..\..\b.pdf`, "a/..", "https://example.com/a.pdf",
		"a.pdf#", "a.pdf#0", "a.pdf#-3", "a.pdf#4-1", "a.pdf#x", "a.pdf#1-2-3", "a.pdf#1,,2", "a.pdf#+1", "a.pdf#99999999999999999999", "scan #3.pdf",
	} {
		if ref, err := ParseFile(in); err == nil {
			t.Errorf("%q was read as %v", in, ref)
		}
	}
}
