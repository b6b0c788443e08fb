package testkit

import (
	"strings"

	"parolepack/internal/pagetext"
	"parolepack/internal/pdf"
)

// Text is the text that a page shows, in the order it is drawn, a line for each baseline.
func Text(doc *pdf.Document, number int) (string, error) {
	runs, err := pagetext.Runs(doc, number)
	if err != nil || len(runs) == 0 {
		return "", err
	}
	var out strings.Builder
	last := runs[0].Base
	for _, r := range runs {
		if r.Base != last {
			out.WriteByte('\n')
		}
		last = r.Base
		out.WriteString(r.Text)
	}
	out.WriteByte('\n')
	return out.String(), nil
}
