package layout

import (
	"errors"
	"fmt"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"parolepack/internal/font"
)

// ErrDepth says that lists, quotes or emphasis are nested deeper than any document needs.
var ErrDepth = errors.New("nested too deeply")

// deepest is how many lists, quotes or emphases may stand inside each other.
const deepest = 24

// Lay sets Markdown into pages. At least one page is made, even of nothing. A directive that is unknown or ill-formed and nesting
// beyond all need (ErrDepth) are errors. A character that no face has is set as a box (font.Set.Missing tells which).
func Lay(set *font.Set, style Style, markdown string) ([]Page, error) {
	source := []byte(markdown)
	s := &setter{set: set, style: style, source: source, binder: binder()}
	if err := s.letterhead(); err != nil {
		return nil, fmt.Errorf("letterhead: %w", err)
	}
	root := goldmark.New(goldmark.WithExtensions(extension.Table)).Parser().Parse(text.NewReader(source))
	s.head, s.foot = regions(root, source)
	if err := s.blocks(root, s.measure()); err != nil {
		return nil, err
	}
	s.next = directives{} // of a block that never came
	return s.pages()
}

// A setter turns blocks into strips, top to bottom.
type setter struct {
	set     *font.Set
	style   Style
	source  []byte
	binder  *strings.Replacer
	strips  []strip
	next    directives // for the block to come
	after   float64    // space the last block wants below itself
	glue    bool       // the next strip stays with the one above
	headed  bool       // a heading was just set
	page    bool       // the next strip starts a page
	carried []strip    // what heads each page that begins in what follows
	// head and foot stand on every page; numbers puts the page's number and the count of pages into them.
	head, foot ast.Node
	numbers    *strings.Replacer
}

// measure is the whole width between the margins.
func (s *setter) measure() frame {
	m := s.style.Margins
	return frame{left: m.Left, width: s.style.Width - m.Left - m.Right}
}

// A frame is the part of the page a block is set in.
type frame struct {
	left, width float64
	depth       int
	tight       bool    // items of a tight list
	marker      *marker // of the list item whose first line is still to come
}

// A strip is the smallest thing a page is made of: a line, a table row, a rule. X is on the page, Y from the
// strip's top.
type strip struct {
	before float64 // space above, none at the top of a page
	height float64
	runs   []Run
	rules  []Rule
	links  []Link
	glued  bool    // on the same page as the strip above
	page   bool    // at the top of a page
	head   []strip // a table's header or what is carried over, set above where a page starts with this strip
}

// baseline is how far below the top of a line its letters stand.
func (s *setter) baseline(style TextStyle) float64 {
	face, err := s.set.Face(style.Face)
	if err != nil {
		return style.Leading
	}
	m := face.Metrics()
	return round((style.Leading + (m.Ascent+m.Descent)*style.Size/1000) / 2)
}

// add appends the strips of one block, which stay together as their own flags say.
func (s *setter) add(block []strip, style TextStyle) {
	if len(block) == 0 {
		return
	}
	block[0].before = s.space(style)
	block[0].glued = block[0].glued || s.glue
	block[0].page = s.page
	if s.next.carry {
		s.carryOver(block, style)
		return
	}
	s.carry(block)
	if s.next.keep {
		for i := range block[1:] {
			block[i+1].glued = true
		}
	}
	s.glue, s.page, s.headed, s.after = s.next.keep, false, false, style.After
	s.strips = append(s.strips, block...)
	s.next = directives{}
}

// space is what stands above the next block: what a heading above it leaves, or else the larger of what the two blocks want.
func (s *setter) space(style TextStyle) float64 {
	switch {
	case s.next.tight:
		return 0
	case s.headed:
		return s.after
	}
	return max(s.after, style.Before)
}

// blocks sets the children of a block node.
func (s *setter) blocks(parent ast.Node, f frame) error {
	if f.depth > deepest {
		return ErrDepth
	}
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if err := s.block(n, &f); err != nil {
			return err
		}
	}
	return nil
}
