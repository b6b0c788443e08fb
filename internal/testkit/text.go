package testkit

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"parolepack/internal/pdf"
)

// maxDepth bounds form XObjects within form XObjects.
const maxDepth = 8

// Text is the text that a page of ours shows, in the order it is drawn, a line for each baseline.
// It reads fonts with two-byte codes and a ToUnicode map, as we embed them, and takes the
// bytes of other fonts as they are: enough for tests of our own pages.
func Text(doc *pdf.Document, number int) (string, error) {
	page, err := doc.Page(number)
	if err != nil {
		return "", err
	}
	content, err := doc.Content(page)
	if err != nil {
		return "", err
	}
	r := reader{doc: doc, maps: map[pdf.Ref]map[uint16]string{}}
	if err := r.run(content, page.Resources, 0); err != nil {
		return "", err
	}
	if r.out.Len() > 0 {
		r.out.WriteByte('\n')
	}
	return r.out.String(), nil
}

// reader walks content streams.
type reader struct {
	doc  *pdf.Document
	out  strings.Builder
	font map[uint16]string // nil for a font of single bytes
	maps map[pdf.Ref]map[uint16]string
	// y is the baseline that the next text stands on, last the one that text was shown on.
	y, last float64
}

// run walks one content stream with its resources.
func (r *reader) run(content []byte, resources pdf.Dict, depth int) error {
	if depth > maxDepth {
		return fmt.Errorf("forms nest deeper than %d", maxDepth)
	}
	s := scanner{data: content}
	var operands []string
	for {
		word, ok := s.next()
		if !ok {
			return nil
		}
		if isOperand(word) {
			operands = append(operands, word)
			continue
		}
		if err := r.operator(word, operands, resources, depth); err != nil {
			return err
		}
		operands = operands[:0]
	}
}

func (r *reader) operator(word string, operands []string, resources pdf.Dict, depth int) error {
	last := ""
	if len(operands) > 0 {
		last = operands[len(operands)-1]
	}
	switch word {
	case "Tf":
		return r.setFont(operands[0][1:], resources)
	case "Tj":
		r.show(last)
	case "TJ":
		for _, o := range operands {
			r.show(o)
		}
	case "BT":
		r.y = 0
	case "Td", "TD":
		r.y += number(last)
	case "Tm":
		r.y = number(last)
	case "T*":
		r.y = math.Nextafter(r.y, -1) // another line, wherever it is
	case "'", "\"":
		r.y = math.Nextafter(r.y, -1)
		r.show(last)
	case "Do":
		return r.form(last[1:], resources, depth)
	}
	return nil
}

// number reads an operand; what is none counts as 0.
func number(operand string) float64 {
	v, _ := strconv.ParseFloat(operand, 64)
	return v
}

// line begins a new line of output where the baseline has changed.
func (r *reader) line() {
	if r.out.Len() > 0 && r.y != r.last {
		r.out.WriteByte('\n')
	}
	r.last = r.y
}

func (r *reader) show(operand string) {
	if operand == "" || operand[0] != '<' && operand[0] != '(' {
		return
	}
	r.line()
	raw := stringBytes(operand)
	if r.font == nil {
		r.out.WriteString(pdf.String(raw).Text())
		return
	}
	for i := 0; i+1 < len(raw); i += 2 {
		r.out.WriteString(r.font[uint16(raw[i])<<8|uint16(raw[i+1])])
	}
}

func (r *reader) setFont(name string, resources pdf.Dict) error {
	fonts, err := r.doc.Dict(resources["Font"])
	if err != nil {
		return err
	}
	ref, _ := fonts[pdf.Name(name)].(pdf.Ref)
	if m, ok := r.maps[ref]; ok {
		r.font = m
		return nil
	}
	font, err := r.doc.Dict(fonts[pdf.Name(name)])
	if err != nil {
		return err
	}
	r.font = nil
	if kind, _ := r.doc.Name(font["Subtype"]); kind == "Type0" {
		if r.font, err = r.toUnicode(font); err != nil {
			return err
		}
	}
	r.maps[ref] = r.font
	return nil
}

// toUnicode reads a font's ToUnicode map (ISO 32000-1, 9.10.3).
func (r *reader) toUnicode(font pdf.Dict) (map[uint16]string, error) {
	stream, err := r.doc.Stream(font["ToUnicode"])
	if err != nil || stream == nil {
		return map[uint16]string{}, err
	}
	data, err := r.doc.Decode(stream)
	if err != nil {
		return nil, err
	}
	return parseMap(data), nil
}

// parseMap reads the bfchar and bfrange entries of a CMap.
func parseMap(data []byte) map[uint16]string {
	m := map[uint16]string{}
	s := scanner{data: data}
	var held []string
	for {
		word, ok := s.next()
		if !ok {
			return m
		}
		switch word {
		case "beginbfchar", "beginbfrange":
			held = held[:0]
		case "endbfchar":
			for i := 0; i+1 < len(held); i += 2 {
				m[code(held[i])] = utf16(held[i+1])
			}
		case "endbfrange":
			addRanges(m, held)
		default:
			held = append(held, word)
		}
	}
}

func addRanges(m map[uint16]string, held []string) {
	for i := 0; i+2 < len(held); i += 3 {
		to := []rune(utf16(held[i+2]))
		for c := int(code(held[i])); c <= int(code(held[i+1])) && len(to) > 0; c++ {
			m[uint16(c)] = string(to)
			to[len(to)-1]++
		}
	}
}

func code(hex string) uint16 {
	b := stringBytes(hex)
	if len(b) < 2 {
		return 0
	}
	return uint16(b[0])<<8 | uint16(b[1])
}

func utf16(hex string) string {
	return pdf.String("\xfe\xff" + string(stringBytes(hex))).Text()
}

// form walks a form XObject; an image shows no text.
func (r *reader) form(name string, resources pdf.Dict, depth int) error {
	objects, err := r.doc.Dict(resources["XObject"])
	if err != nil {
		return err
	}
	stream, err := r.doc.Stream(objects[pdf.Name(name)])
	if err != nil || stream == nil {
		return err
	}
	if kind, _ := r.doc.Name(stream.Dict["Subtype"]); kind != "Form" {
		return nil
	}
	content, err := r.doc.Decode(stream)
	if err != nil {
		return err
	}
	inner := resources
	if own, err := r.doc.Dict(stream.Dict["Resources"]); err == nil && own != nil {
		inner = own
	}
	font := r.font
	err = r.run(content, inner, depth+1)
	r.font = font
	return err
}

// isOperand reports whether a word is a number, name, string or bracket rather than an operator.
func isOperand(word string) bool {
	if strings.ContainsRune("<(/[]", rune(word[0])) {
		return true
	}
	_, err := strconv.ParseFloat(word, 64)
	return err == nil
}

// stringBytes decodes a literal or hexadecimal string (ISO 32000-1, 7.3.4).
func stringBytes(word string) []byte {
	if word[0] == '(' {
		return literal(word[1 : len(word)-1])
	}
	var b []byte
	hex := strings.Trim(word, "<>")
	if len(hex)%2 == 1 {
		hex += "0"
	}
	for i := 0; i+1 < len(hex); i += 2 {
		v, _ := strconv.ParseUint(hex[i:i+2], 16, 8)
		b = append(b, byte(v))
	}
	return b
}

func literal(s string) []byte {
	var b []byte
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b = append(b, s[i])
			continue
		}
		i++
		if at := strings.IndexByte("nrtbf", s[i]); at >= 0 {
			b = append(b, "\n\r\t\b\f"[at])
			continue
		}
		if n := octal(s[i:]); n > 0 {
			v, _ := strconv.ParseUint(s[i:i+n], 8, 16)
			b = append(b, byte(v))
			i += n - 1
			continue
		}
		b = append(b, s[i])
	}
	return b
}

// octal counts the octal digits, at most three, that s begins with.
func octal(s string) int {
	n := 0
	for n < 3 && n < len(s) && s[n] >= '0' && s[n] <= '7' {
		n++
	}
	return n
}

// scanner parts a content stream into words; strings keep their delimiters.
type scanner struct {
	data []byte
	at   int
}

func (s *scanner) next() (string, bool) {
	for s.at < len(s.data) && strings.ContainsRune(" \t\r\n\f\x00", rune(s.data[s.at])) {
		s.at++
	}
	if s.at >= len(s.data) {
		return "", false
	}
	start := s.at
	switch s.data[start] {
	case '(':
		s.literal()
	case '<', '>':
		s.angle()
	case '[', ']':
		s.at++
	default:
		s.at++
		for s.at < len(s.data) && !strings.ContainsRune(" \t\r\n\f\x00()<>[]/", rune(s.data[s.at])) {
			s.at++
		}
	}
	return string(s.data[start:s.at]), true
}

func (s *scanner) literal() {
	depth := 0
	for ; s.at < len(s.data); s.at++ {
		switch s.data[s.at] {
		case '\\':
			s.at++
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				s.at++
				return
			}
		}
	}
	s.at = min(s.at, len(s.data))
}

// angle takes a hexadecimal string, or one of << and >>.
func (s *scanner) angle() {
	rest := string(s.data[s.at:])
	if strings.HasPrefix(rest, "<<") || strings.HasPrefix(rest, ">>") {
		s.at += 2
		return
	}
	if end := strings.IndexByte(rest, '>'); end >= 0 {
		s.at += end + 1
		return
	}
	s.at = len(s.data)
}
