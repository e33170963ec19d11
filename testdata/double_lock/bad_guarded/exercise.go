package guarded

// Exercise counts the rest, then scales.
func Exercise() {
	c := &Counters{counts: map[string]int{"a": 1}}
	c.Rest(3)
	go c.Scale()
}
