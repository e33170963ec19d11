package bad

// Exercise plays it.
func Exercise() {
	h := &hub{peers: map[string]func(){}}
	h.add("a", func() {})
}
