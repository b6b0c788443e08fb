package assemble

import "parolepack/internal/pdf"

// fanOut is how many kids a node of the page tree has, so that a viewer finds a page of a long packet quickly.
const fanOut = 32

// A tree is the page tree (ISO 32000-1, 7.7.3): nodes by level, the lowest first, the root last.
type tree struct {
	levels [][]pdf.Ref
	pages  int
}

// newTree reserves the nodes for so many pages.
func newTree(w *pdf.Writer, pages int) tree {
	t := tree{pages: pages}
	for n := pages; ; {
		n = (n + fanOut - 1) / fanOut
		level := make([]pdf.Ref, n)
		for i := range level {
			level[i] = w.Reserve()
		}
		t.levels = append(t.levels, level)
		if n <= 1 {
			return t
		}
	}
}

// root is the top of the tree.
func (t tree) root() pdf.Ref { return t.levels[len(t.levels)-1][0] }

// parent is the node above page i, from 0.
func (t tree) parent(i int) pdf.Ref { return t.levels[0][i/fanOut] }

// write writes the nodes.
func (t tree) write(w *pdf.Writer, pages []pdf.Ref) error {
	kids, each := pages, 1 // each kid stands for so many pages
	for l, level := range t.levels {
		for i, node := range level {
			own := kids[i*fanOut : min(len(kids), (i+1)*fanOut)]
			d := pdf.Dict{"Type": pdf.Name("Pages"), "Kids": refs(own)}
			d["Count"] = pdf.Integer(min(t.pages-i*fanOut*each, len(own)*each))
			if l+1 < len(t.levels) {
				d["Parent"] = t.levels[l+1][i/fanOut]
			}
			if err := w.Write(node, d); err != nil {
				return err
			}
		}
		kids, each = level, each*fanOut
	}
	return nil
}

// refs makes an array of references.
func refs(list []pdf.Ref) pdf.Array {
	out := make(pdf.Array, len(list))
	for i, r := range list {
		out[i] = r
	}
	return out
}
