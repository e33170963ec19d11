package receiverlooks

type crawler struct {
	hint  chan struct{}
	pages int
	fresh bool
}

func (c *crawler) tell() {
	select {
	case c.hint <- struct{}{}:
	default:
	}
}

// step works whether or not there is a hint.
func (c *crawler) step() {
	select {
	case <-c.hint:
		c.fresh = true
	default:
	}
	c.pages++
}
