package countedparent

import "sync"

type crawler struct {
	wg   sync.WaitGroup
	seen func(int)
}

func (c *crawler) crawl(depth int) {
	c.wg.Add(1)
	go c.page(depth)
}

// A counted goroutine adds for the next one through crawl.
func (c *crawler) page(depth int) {
	defer c.wg.Done()
	c.seen(depth)
	if depth > 0 {
		c.crawl(depth - 1)
	}
}

func (c *crawler) wait() {
	c.wg.Wait()
}
