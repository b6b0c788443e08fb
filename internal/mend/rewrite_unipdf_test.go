//go:build unipdf

package mend

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// TestUniPDFWithoutALicense wants nothing written and a clear word, whatever is wrong with the license. The metered key is
// not among the cases, since it goes over the network.
func TestUniPDFWithoutALicense(t *testing.T) {
	key := filepath.Join(t.TempDir(), "key")
	if err := os.WriteFile(key, []byte("no key at all"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, l := range map[string]License{
		"none": {}, "no customer": {File: key}, "no such file": {File: key + "2", Customer: "Firm"}, "not a key": {File: key, Customer: "Firm"},
	} {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			err := RewriteWithUniPDF("../../samples/medical/exhibits/pledge.pdf", "", l, &out)
			if !errors.Is(err, ErrUnlicensed) || out.Len() > 0 {
				t.Errorf("got %v and %d bytes", err, out.Len())
			}
		})
	}
	if !UniPDFBuilt || (&UniPDF{}).Name(t.Context()) != "UniPDF 3.57.0" {
		t.Errorf("named %q", (&UniPDF{}).Name(t.Context()))
	}
}
