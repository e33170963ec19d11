package slotsofworkers

import "sync"

// A crew shares work among helpers that are there already; busy says how many of them have something to do.
type crew struct {
	busy   chan struct{}
	tasks  chan func()
	closed chan struct{}
	wg     sync.WaitGroup
}

func newCrew(n int) *crew {
	c := &crew{busy: make(chan struct{}, n), tasks: make(chan func()), closed: make(chan struct{})}
	for range n {
		c.wg.Go(func() {
			for {
				select {
				case task := <-c.tasks:
					task()
					<-c.busy
				case <-c.closed:
					return
				}
			}
		})
	}
	return c
}

// mayShare reserves a helper; who was told yes has to share one task.
func (c *crew) mayShare() bool {
	select {
	case c.busy <- struct{}{}:
		return true
	default:
		return false
	}
}

func (c *crew) share(task func()) { c.tasks <- task }

func (c *crew) close() {
	close(c.closed)
	c.wg.Wait()
}
