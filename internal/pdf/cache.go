package pdf

// cache keeps values in two generations: when the young one is full it
// becomes the old one, and the old one is dropped. What is used stays.
type cache[V any] struct {
	young, old map[int]kept[V]
	size, max  int64
}

// kept is a cached value and what it weighs.
type kept[V any] struct {
	value V
	cost  int64
}

// get returns the value kept for num.
func (c *cache[V]) get(num int) (V, bool) {
	if k, ok := c.young[num]; ok {
		return k.value, true
	}
	k, ok := c.old[num]
	if ok {
		c.put(num, k.value, k.cost)
	}
	return k.value, ok
}

// put keeps a value, unless it alone would outweigh the cache.
func (c *cache[V]) put(num int, v V, cost int64) {
	if cost > c.max {
		return
	}
	if c.young == nil || c.size+cost > c.max {
		c.old, c.young, c.size = c.young, map[int]kept[V]{}, 0
	}
	if _, ok := c.young[num]; !ok {
		c.size += cost
	}
	c.young[num] = kept[V]{v, cost}
}

// clear forgets everything.
func (c *cache[V]) clear() { c.young, c.old, c.size = nil, nil, 0 }
