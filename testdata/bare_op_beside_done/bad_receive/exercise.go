package bad

// Exercise plays it.
func Exercise() {
	c := newCounter()
	c.Stop()
	<-c.gone
	go c.Take()
}
