package halves

import "sync"

type half struct {
	sync.Mutex
	n int
}

// Conn has two halves of one type and a lock for both; they are never waited for in a ring.
type Conn struct {
	setup   sync.Mutex
	in, out half
	ready   bool
}

func (c *Conn) Read() int {
	c.in.Lock()
	defer c.in.Unlock()
	c.in.n++
	if !c.ready {
		c.prepare()
	}
	return c.in.n
}

func (c *Conn) prepare() {
	c.setup.Lock()
	defer c.setup.Unlock()
	c.out.Lock()
	c.out.n++
	c.out.Unlock()
}

func (c *Conn) Write(n int) {
	c.setup.Lock()
	defer c.setup.Unlock()
	c.add(n)
}

func (c *Conn) add(n int) {
	c.out.Lock()
	defer c.out.Unlock()
	c.out.n += n
}
