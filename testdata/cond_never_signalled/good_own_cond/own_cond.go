package owncond

import "sync"

// Cond has the names of the standard library's, and is none: what was told is remembered.
type Cond struct {
	told chan struct{}
	once sync.Once
}

func newCond() *Cond { return &Cond{told: make(chan struct{})} }

func (c *Cond) Wait() { <-c.told }

func (c *Cond) tell() { c.once.Do(func() { close(c.told) }) }

func wait(c *Cond, then func()) {
	c.Wait()
	then()
}
