package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"strings"
)

// sumsName is the list of what each exhibit was made of, beside the samples.
const sumsName = "exhibits.sums"

// sums lists every described document with a hash of what it says and how: its description, its text with what the
// case says of people, its bearer. The bytes of a document follow the program's own layout and fonts, which may move by a
// hair without any sample being wrong; what it says may not.
func sums(root string) (string, error) {
	names, err := sampleNames()
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, name := range names {
		s, err := readSample(root, name)
		if err != nil {
			return "", err
		}
		for _, d := range s.docs {
			said, err := s.said(d)
			if err != nil {
				return "", fmt.Errorf("%s/%s: %w", name, d.File, err)
			}
			sum := sha256.Sum256([]byte(said))
			fmt.Fprintf(&b, "%s  %s\n", hex.EncodeToString(sum[:8]), path.Join(name, "exhibits", d.File))
		}
	}
	return b.String(), nil
}

// said is everything that a document is made of.
func (s *sample) said(d document) (string, error) {
	parts := []string{fmt.Sprintf("%+v", d)}
	for _, source := range []string{d.Text, wages(d.Text)} {
		if source == d.Text || d.Kind == "tax-return" {
			one := d
			one.Text = source
			text, err := s.write(one)
			if err != nil {
				return "", err
			}
			parts = append(parts, text)
		}
	}
	if d.Bearer.Of != "" {
		bio, err := s.biographic(d.Bearer)
		if err != nil {
			return "", err
		}
		parts = append(parts, fmt.Sprintf("%+v", bio))
	}
	return strings.Join(parts, "\x00"), nil
}
