package guarded

// Exercise merges and drops.
func Exercise() {
	c, other := &Counters{counts: map[string]int{"a": 1}}, &Counters{counts: map[string]int{"b": 2}}
	c.Merge(other, func(int) {})
	c.Drop(func(int) {})
}
