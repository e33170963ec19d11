package bad

type counter struct {
	next chan int
	quit chan bool
	gone chan struct{}
}

func newCounter() *counter {
	c := &counter{next: make(chan int), quit: make(chan bool), gone: make(chan struct{})}
	go func() {
		defer close(c.gone)
		for n := 0; ; n++ {
			select {
			case c.next <- n:
			case <-c.quit:
				return
			}
		}
	}()
	return c
}

func (c *counter) Stop() { close(c.quit) }

// Each hands out numbers until it is told to stop.
func (c *counter) Each(use func(int)) {
	for {
		select {
		case n := <-c.next:
			use(n)
		case <-c.quit:
			return
		}
	}
}

// Take takes one.
func (c *counter) Take() int {
	return <-c.next // want "this receive blocks for ever"
}
