package getter

import "sync"

type feed struct {
	mu   sync.Mutex
	news *sync.Cond
	last int
}

func newFeed() *feed {
	f := &feed{}
	f.news = sync.NewCond(&f.mu)
	return f
}

func (f *feed) cond() *sync.Cond { return f.news }

func (f *feed) next(seen int) int {
	c := f.cond()
	c.L.Lock()
	defer c.L.Unlock()
	for f.last == seen {
		c.Wait()
	}
	return f.last
}

func publish(f *feed, c *sync.Cond) {
	c.L.Lock()
	f.last++
	c.L.Unlock()
	c.Broadcast()
}
