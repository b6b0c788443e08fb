package layout

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"

	"parolepack/internal/font"
)

// block sets one block node.
func (s *setter) block(n ast.Node, f *frame) error {
	switch n := n.(type) {
	case *ast.Heading:
		return s.heading(n, f)
	case *ast.Paragraph, *ast.TextBlock:
		return s.paragraph(n, f)
	case *ast.List:
		return s.list(n, *f)
	case *ast.Blockquote:
		return s.blocks(n, frame{left: f.left + s.style.Indent, width: f.width - 2*s.style.Indent, depth: f.depth + 1, marker: f.take()})
	case *ast.ThematicBreak:
		s.rule(f)
		return nil
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		return s.code(n, f)
	case *ast.HTMLBlock:
		return s.html(n, f)
	case *extension.Table:
		return s.table(n, f)
	}
	return nil
}

// take hands the open list marker on to the block that draws it.
func (f *frame) take() *marker {
	m := f.marker
	f.marker = nil
	return m
}

func (s *setter) heading(n *ast.Heading, f *frame) error {
	style := s.style.Headings[min(n.Level, len(s.style.Headings))-1]
	carry := s.next.carry
	if !carry {
		s.carried = nil
	}
	lines, err := s.text(n, f, style)
	if err != nil {
		return err
	}
	for i := range lines {
		lines[i].glued = i > 0
	}
	s.add(lines, style)
	if !carry {
		s.glue, s.headed = s.glue || len(lines) > 0, len(lines) > 0
	}
	return nil
}

// tightSpace is what stands between the items of a tight list, in points.
const tightSpace = 2

func (s *setter) paragraph(n ast.Node, f *frame) error {
	style := s.style.Body
	if f.tight {
		style.Before, style.After = tightSpace, tightSpace
	}
	lines, err := s.text(n, f, style)
	if err != nil {
		return err
	}
	together(lines)
	s.add(lines, style)
	return nil
}

// together forbids breaks that would leave one line of a paragraph alone on a page.
func together(lines []strip) {
	for i := 1; i < len(lines); i++ {
		if i < 2 || len(lines)-i < 2 {
			lines[i].glued = true
		}
	}
}

// text sets a node's inline content into lines.
func (s *setter) text(n ast.Node, f *frame, style TextStyle) ([]strip, error) {
	spans, err := s.spans(n, style)
	if err != nil {
		return nil, err
	}
	return s.lines(spans, f, style)
}

// lines breaks spans into strips, with the list marker before the first.
func (s *setter) lines(spans []span, f *frame, style TextStyle) ([]strip, error) {
	words, err := s.words(spans)
	if err != nil {
		return nil, err
	}
	m := measure{set: s.set, dir: toward(words), width: max(f.width, style.Size), align: s.next.alignment(style.Align)}
	broken := m.lines(words)
	out := make([]strip, 0, len(broken))
	for i, line := range broken {
		last := i == len(broken)-1 || line[len(line)-1].hard
		out = append(out, m.place(s, line, f.left, style, last))
	}
	if len(out) > 0 {
		f.take().draw(&out[0], s.baseline(style))
	}
	return out, nil
}

// rule sets a thematic break.
func (s *setter) rule(f *frame) {
	style := s.style.Body
	line := strip{height: 1, rules: []Rule{{X: round(f.left), W: round(f.width), H: 0.5}}}
	f.take().draw(&line, s.baseline(style))
	s.add([]strip{line}, style)
}

// code sets a code block line by line, with its spaces.
func (s *setter) code(n ast.Node, f *frame) error {
	style := s.style.Body
	style.Face, style.Size = font.Mono, style.Size*0.85
	style.Leading *= 0.9
	return s.verbatim(textOf(n, s.source), f, style)
}

// verbatim sets text with its line breaks and spaces.
func (s *setter) verbatim(text string, f *frame, style TextStyle) error {
	style.Align = Left
	text = strings.ReplaceAll(strings.TrimRight(text, "\n"), "\t", "    ")
	var spans []span
	for i, line := range strings.Split(text, "\n") {
		rows, err := s.set.Wrap(style.Face, style.Size, f.width, clean(line))
		if err != nil {
			return err
		}
		for j, row := range rows {
			if i+j > 0 {
				spans = append(spans, span{hard: true})
			}
			spans = append(spans, span{text: strings.ReplaceAll(row, " ", noBreak), face: style.Face, size: style.Size})
		}
		if line == "" {
			spans = append(spans, span{hard: true})
		}
	}
	lines, err := s.lines(spans, f, style)
	if err != nil {
		return err
	}
	together(lines)
	s.add(lines, style)
	return nil
}

// html obeys a directive and shows any other HTML as it is typed.
func (s *setter) html(n *ast.HTMLBlock, f *frame) error {
	raw := textOf(n, s.source)
	if n.HasClosure() {
		raw += string(n.ClosureLine.Value(s.source))
	}
	if d, ok := comment(raw); ok {
		return s.obey(d, f)
	}
	return s.verbatim(raw, f, s.style.Body)
}

// textOf is a block's source, line by line.
func textOf(n ast.Node, source []byte) string {
	var out strings.Builder
	for i := range n.Lines().Len() {
		segment := n.Lines().At(i)
		out.Write(segment.Value(source))
	}
	return out.String()
}
