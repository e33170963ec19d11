package evict

// Exercise evicts an entry twice and asks for it.
func Exercise() {
	c := &Cache{entries: map[string]*entry{"a": {}}}
	c.Evict("a")
	c.Evict("a")
	c.Has("a")
}
