package spawnerhelper

import "sync"

func background(task func()) {
	go task()
}

type cache struct{ refreshing *sync.WaitGroup }

func newCache() *cache {
	return &cache{refreshing: &sync.WaitGroup{}}
}

func (c *cache) refresh(load func()) {
	background(func() {
		c.refreshing.Add(1) // want "may come after `c.refreshing.Wait` has returned"
		defer c.refreshing.Done()
		load()
	})
}

func (c *cache) close() {
	defer c.refreshing.Wait()
}
