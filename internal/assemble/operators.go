package assemble

import (
	"strconv"

	"parolepack/internal/pdf"
)

// matrix spells the operator cm.
func matrix(m pdf.Matrix) []byte { return append(numbers(nil, m[:]), "cm\n"...) }

// clip spells a clipping rectangle.
func clip(r pdf.Rect) []byte {
	return append(numbers(nil, []float64{r.LLX, r.LLY, r.Width(), r.Height()}), "re W n\n"...)
}

// numbers spells operands, to a millionth.
func numbers(to []byte, values []float64) []byte {
	for _, v := range values {
		at := len(to)
		to = strconv.AppendFloat(to, v, 'f', 6, 64)
		for to[len(to)-1] == '0' {
			to = to[:len(to)-1]
		}
		if to[len(to)-1] == '.' {
			to = to[:len(to)-1]
		}
		if string(to[at:]) == "-0" {
			to = append(to[:at], '0')
		}
		to = append(to, ' ')
	}
	return to
}
