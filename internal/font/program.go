package font

import (
	"github.com/go-fonts/dejavu/dejavusans"
	"github.com/go-fonts/dejavu/dejavusansbold"
	"github.com/go-fonts/liberation/liberationmonobold"
	"github.com/go-fonts/liberation/liberationmonobolditalic"
	"github.com/go-fonts/liberation/liberationmonoitalic"
	"github.com/go-fonts/liberation/liberationmonoregular"
	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansbolditalic"
	"github.com/go-fonts/liberation/liberationsansitalic"
	"github.com/go-fonts/liberation/liberationsansregular"
	"github.com/go-fonts/liberation/liberationserifbold"
	"github.com/go-fonts/liberation/liberationserifbolditalic"
	"github.com/go-fonts/liberation/liberationserifitalic"
	"github.com/go-fonts/liberation/liberationserifregular"
)

// program gives the TrueType file of a face, or nil for an ID no face has.
func program(id ID) []byte {
	switch id {
	case Serif:
		return liberationserifregular.TTF
	case SerifBold:
		return liberationserifbold.TTF
	case SerifItalic:
		return liberationserifitalic.TTF
	case SerifBoldItalic:
		return liberationserifbolditalic.TTF
	case Sans:
		return liberationsansregular.TTF
	case SansBold:
		return liberationsansbold.TTF
	case SansItalic:
		return liberationsansitalic.TTF
	case SansBoldItalic:
		return liberationsansbolditalic.TTF
	case Mono:
		return liberationmonoregular.TTF
	case MonoBold:
		return liberationmonobold.TTF
	case MonoItalic:
		return liberationmonoitalic.TTF
	case MonoBoldItalic:
		return liberationmonobolditalic.TTF
	case DejaVu:
		return dejavusans.TTF
	case DejaVuBold:
		return dejavusansbold.TTF
	}
	return scriptProgram(id)
}
