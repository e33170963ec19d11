package counter

// Exercise resets what was counted.
func Exercise() {
	c := New()
	c.Inc("a")
	c.Reset("b")
	go c.Reset("a")
}
