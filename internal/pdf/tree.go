package pdf

const (
	maxTree  = 1 << 16 // nodes of a name or number tree that are visited
	maxPairs = 1 << 20 // pairs of one that are read
)

// NameTree calls each for the pairs of a name tree in order (ISO 32000-1,
// 7.9.6). Nodes met twice and all beyond the bounds are left out.
func (d *Document) NameTree(root Object, each func(key, value Object)) error {
	return d.leaves(root, "Names", each)
}

// leaves calls each for the pairs of a name or number tree whose leaves are
// called by key, in order (ISO 32000-1, 7.9.6 and 7.9.7). Nodes met twice and
// all beyond the bounds are left out.
func (d *Document) leaves(root Object, key Name, each func(k, v Object)) error {
	stack, seen, left := []Object{root}, map[Ref]bool{}, maxPairs
	for visits := 0; len(stack) > 0 && visits < maxTree; visits++ {
		o := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if r, ok := o.(Ref); ok {
			if seen[r] {
				continue
			}
			seen[r] = true
		}
		node, err := d.Dict(o)
		if err != nil {
			return err
		}
		if left, err = d.pairs(node[key], left, each); err != nil {
			return err
		}
		kids, err := d.Array(node["Kids"])
		if err != nil {
			return err
		}
		for k := min(len(kids), maxTree) - 1; k >= 0; k-- {
			stack = append(stack, kids[k])
		}
	}
	return nil
}

// pairs calls each for at most left pairs of one leaf, and returns how many
// more may follow.
func (d *Document) pairs(o Object, left int, each func(k, v Object)) (int, error) {
	a, err := d.Array(o)
	if err != nil {
		return 0, err
	}
	for k := 0; k+1 < len(a) && left > 0; k, left = k+2, left-1 {
		key, err := d.Resolve(a[k])
		if err != nil {
			return 0, err
		}
		each(key, a[k+1])
	}
	return left, nil
}
