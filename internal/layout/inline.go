package layout

import (
	"bytes"
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
	renderer "github.com/yuin/goldmark/renderer/html"

	"parolepack/internal/font"
)

// A look is what emphasis and links around a text ask for.
type look struct {
	bold, italic, code bool
	link               string
	depth              int
}

// spans collects a node's inline content in order.
func (s *setter) spans(n ast.Node, style TextStyle) ([]span, error) {
	c := collector{source: s.source, style: style, numbers: s.numbers}
	bold, italic := weight(style.Face)
	if err := c.children(n, look{bold: bold, italic: italic}); err != nil {
		return nil, err
	}
	return c.out, nil
}

// weight reads from a face's name what it already is, so that emphasis adds to it.
func weight(id font.ID) (bold, italic bool) {
	return strings.Contains(string(id), "-bold"), strings.HasSuffix(string(id), "italic")
}

type collector struct {
	source  []byte
	style   TextStyle
	numbers *strings.Replacer // nil where the page is not known
	out     []span
}

func (c *collector) children(n ast.Node, l look) error {
	if l.depth > deepest {
		return ErrDepth
	}
	l.depth++
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		if err := c.inline(child, l); err != nil {
			return err
		}
	}
	return nil
}

func (c *collector) inline(n ast.Node, l look) error {
	switch n := n.(type) {
	case *ast.Text:
		c.text(n, l)
	case *ast.String:
		c.put(string(n.Value), l)
	case *ast.CodeSpan:
		l.code = true
		return c.children(n, l)
	case *ast.Emphasis:
		// Emphasis inside italics stands upright, as printers do.
		if n.Level == 2 {
			l.bold = true
		} else {
			l.italic = !l.italic
		}
		return c.children(n, l)
	case *ast.Link:
		l.link = string(n.Destination)
		return c.children(n, l)
	case *ast.AutoLink:
		l.link = string(n.URL(c.source))
		c.put(string(n.Label(c.source)), l)
	case *ast.RawHTML:
		c.raw(n, l)
	default: // an image's description, and whatever else has text inside
		return c.children(n, l)
	}
	return nil
}

// text adds a text node with its escapes and entities resolved, and the line break behind it.
func (c *collector) text(n *ast.Text, l look) {
	raw := n.Value(c.source)
	if c.numbers != nil { // before escapes are resolved, so that no text of a case counts as a page's number
		raw = []byte(c.numbers.Replace(string(raw)))
	}
	value := string(raw)
	if !n.IsRaw() && !l.code {
		value = literal(raw)
	}
	c.put(value, l)
	switch {
	case n.HardLineBreak():
		c.out = append(c.out, span{hard: true})
	case n.SoftLineBreak():
		c.put(" ", l)
	}
}

// literal resolves backslash escapes and entities. The HTML writer does so by the book and escapes the
// rest for HTML, which is undone.
func literal(value []byte) string {
	if !bytes.ContainsAny(value, `\&`) {
		return string(value)
	}
	var out strings.Builder
	w := &textWriter{&out}
	renderer.DefaultWriter.Write(w, value)
	return html.UnescapeString(out.String())
}

// raw breaks the line at <br> and shows other tags as typed.
func (c *collector) raw(n *ast.RawHTML, l look) {
	tag := string(n.Segments.Value(c.source))
	switch strings.ToLower(strings.ReplaceAll(tag, " ", "")) {
	case "<br>", "<br/>":
		c.out = append(c.out, span{hard: true})
		return
	}
	c.put(tag, l)
}

func (c *collector) put(text string, l look) {
	out := span{text: text, face: c.style.Face.With(l.bold, l.italic), size: c.style.Size, gray: c.style.Gray, link: l.link}
	if l.code {
		out.face, out.size = font.Mono.With(l.bold, l.italic), c.style.Size*0.88
	}
	c.out = append(c.out, out)
}

// textWriter makes a string builder what goldmark's writers write to.
type textWriter struct{ *strings.Builder }

func (textWriter) Available() int { return 0 }
func (textWriter) Buffered() int  { return 0 }
func (textWriter) Flush() error   { return nil }
