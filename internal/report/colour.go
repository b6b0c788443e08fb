package report

import "parolepack/internal/finding"

// ansi is a terminal's colour; none where the terminal or NO_COLOR forbids it.
type ansi string

const (
	red    ansi = "31"
	yellow ansi = "33"
	green  ansi = "32"
	blue   ansi = "34"
)

func severityColour(s finding.Severity) ansi {
	switch s {
	case finding.Blocker:
		return red
	case finding.Warning:
		return yellow
	}
	return blue
}

func (p *textPrinter) paint(c ansi, text string) string {
	if !p.colour {
		return text
	}
	return "\x1b[" + string(c) + "m" + text + "\x1b[0m"
}
