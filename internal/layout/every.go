package layout

import (
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// regions takes out of a document what stands at the head and at the foot of every page: the blocks between <!-- head -->
// or <!-- foot --> and the next of these directives or <!-- body -->. They are nil where the document has none.
func regions(root ast.Node, source []byte) (head, foot ast.Node) {
	to := root
	for n := root.FirstChild(); n != nil; {
		next := n.NextSibling()
		switch word := region(n, source); {
		case word == "head":
			head = gathered(head)
			to = head
			root.RemoveChild(root, n)
		case word == "foot":
			foot = gathered(foot)
			to = foot
			root.RemoveChild(root, n)
		case word == "body":
			to = root
			root.RemoveChild(root, n)
		case to != root:
			to.AppendChild(to, n) // leaves the root by itself
		}
		n = next
	}
	return head, foot
}

// gathered is the node that holds a region's blocks.
func gathered(n ast.Node) ast.Node {
	if n == nil {
		return ast.NewDocument()
	}
	return n
}

// region is the region that a directive begins; empty for any other block.
func region(n ast.Node, source []byte) string {
	block, ok := n.(*ast.HTMLBlock)
	if !ok {
		return ""
	}
	raw := textOf(block, source)
	if block.HasClosure() {
		raw += string(block.ClosureLine.Value(source))
	}
	if d, _ := comment(raw); d == "head" || d == "foot" || d == "body" {
		return d
	}
	return ""
}

// every puts head and foot on a page and returns the room between them.
func (s *setter) every(page *Page, number, count int) (top, bottom float64, err error) {
	top, bottom = s.top(number-1), s.style.Height-s.style.Margins.Bottom
	head, err := s.region(s.head, number, count)
	if err != nil {
		return 0, 0, err
	}
	foot, err := s.region(s.foot, number, count)
	if err != nil {
		return 0, 0, err
	}
	top = page.stack(head, top)
	bottom -= heightOf(foot)
	page.stack(foot, bottom)
	return top, bottom, nil
}

// region sets the blocks of a region for one page.
func (s *setter) region(n ast.Node, number, count int) ([]strip, error) {
	if n == nil {
		return nil, nil
	}
	one := &setter{
		set: s.set, style: s.style, source: s.source, binder: s.binder,
		numbers: strings.NewReplacer("{page}", strconv.Itoa(number), "{pages}", strconv.Itoa(count)),
	}
	err := one.blocks(n, s.measure())
	if err != nil || len(one.strips) == 0 {
		return nil, err
	}
	one.strips[0].before = 0
	return append(one.strips, strip{height: one.after}), nil
}

// carryOver keeps a block for the pages that begin in what follows, until the next heading.
func (s *setter) carryOver(block []strip, style TextStyle) {
	block[0].before = 0
	s.carried, s.next = append(block, strip{height: style.After}), directives{}
}

// carry gives strips what heads the page that begins with one of them.
func (s *setter) carry(block []strip) {
	for i := range block {
		block[i].head = slices.Concat(s.carried, block[i].head)
	}
}
