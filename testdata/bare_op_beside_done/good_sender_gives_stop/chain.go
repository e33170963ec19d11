package sendergivesstop

import "errors"

type node struct {
	chain *chain
	ready chan int
}

type chain struct {
	node    *node
	applied int
	apply   chan int
	halt    chan struct{}
	done    chan struct{}
}

func newChain() *chain {
	c := &chain{apply: make(chan int), halt: make(chan struct{}), done: make(chan struct{})}
	c.node = &node{chain: c, ready: make(chan int)}
	return c
}

// start gives the stop itself only where nothing is started.
func (c *chain) start(peers int) error {
	if peers == 0 {
		close(c.done)
		return errors.New("no peers")
	}
	c.node.start()
	go c.serve()
	return nil
}

func (c *chain) serve() {
	for {
		select {
		case n := <-c.apply:
			c.applied += n
		case <-c.done:
			return
		}
	}
}

func (c *chain) stop() {
	select {
	case c.halt <- struct{}{}:
	case <-c.done:
		return
	}
	<-c.done
}

func (n *node) start() { go n.run() }

// run is the one that closes done, when it has sent for the last time.
func (n *node) run() {
	for {
		select {
		case each := <-n.ready:
			n.chain.apply <- each
		case <-n.chain.halt:
			close(n.chain.done)
			return
		}
	}
}
