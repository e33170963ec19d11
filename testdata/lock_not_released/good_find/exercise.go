package find

// Exercise hits a node that is there, and one that is not, twice.
func Exercise() {
	n := &Nodes{nodes: map[string]*node{"a": {}}}
	for range 2 {
		n.Hit("a")
		n.Hit("b")
	}
}
