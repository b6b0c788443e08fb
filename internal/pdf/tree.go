package pdf

// maxTree bounds how many nodes of a name or number tree are visited.
const maxTree = 1 << 16

// lookup finds key in a name tree (ISO 32000-1, 7.9.6). Nodes whose /Limits
// exclude it are skipped; those that give none are searched.
func (d *Document) lookup(root Object, key String) (Object, error) {
	var found Object
	err := d.leaves(root, "Names", func(node Dict) bool { return within(d, node, key) },
		func(k, v Object) bool {
			if s, ok := k.(String); ok && s == key {
				found = v
				return false
			}
			return true
		})
	return found, err
}

// within tells whether a node may hold key.
func within(d *Document, node Dict, key String) bool {
	limits, err := d.Array(node["Limits"])
	if err != nil || len(limits) < 2 {
		return true
	}
	low, errLow := d.Resolve(limits[0])
	high, errHigh := d.Resolve(limits[1])
	if errLow != nil || errHigh != nil {
		return true
	}
	a, okLow := low.(String)
	b, okHigh := high.(String)
	return !okLow || !okHigh || a <= key && key <= b
}

// leaves calls each for the pairs of a name or number tree whose leaves are
// called by key, in order, until it returns false. Nodes that enter refuses
// are skipped.
func (d *Document) leaves(root Object, key Name, enter func(Dict) bool, each func(k, v Object) bool) error {
	stack, seen := []Object{root}, map[Ref]bool{}
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
		if node == nil || !enter(node) {
			continue
		}
		more, err := d.pairs(node[key], each)
		if !more || err != nil {
			return err
		}
		kids, err := d.Array(node["Kids"])
		if err != nil {
			return err
		}
		for k := len(kids) - 1; k >= 0; k-- {
			stack = append(stack, kids[k])
		}
	}
	return nil
}

// pairs calls each for the pairs of one leaf, and tells whether to go on.
func (d *Document) pairs(o Object, each func(k, v Object) bool) (bool, error) {
	a, err := d.Array(o)
	if err != nil {
		return false, err
	}
	for k := 0; k+1 < len(a); k += 2 {
		key, err := d.Resolve(a[k])
		if err != nil {
			return false, err
		}
		if !each(key, a[k+1]) {
			return false, nil
		}
	}
	return true, nil
}
