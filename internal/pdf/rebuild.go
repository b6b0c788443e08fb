package pdf

// rebuild is a placeholder body replaced below.
func (d *Document) rebuild() error { return malformed(-1, "cross-reference cannot be read") }

func (d *Document) relocate(num int, old entry) (entry, bool) { return entry{}, false }
