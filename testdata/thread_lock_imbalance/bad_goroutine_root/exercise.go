package stats

// Exercise leaves the counter running, so that its goroutine can be seen.
func Exercise() {
	c := &Counter{stop: make(chan bool)}
	c.Start()
}
