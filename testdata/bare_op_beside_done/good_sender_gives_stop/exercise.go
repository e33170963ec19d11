package sendergivesstop

func Exercise() {
	c := newChain()
	if err := c.start(1); err != nil {
		return
	}
	for n := range 10 {
		c.node.ready <- n
	}
	c.stop()
	_ = newChain().start(0)
}
