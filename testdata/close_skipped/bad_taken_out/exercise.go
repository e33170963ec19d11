package bad

// Exercise plays it.
func Exercise() {
	h := NewHub()
	c := h.Join(func([]byte) error { return nil })
	h.Broadcast([]byte("hello"))
	h.Leave(c)
}
