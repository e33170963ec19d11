package buffered

import "sync"

type crawler struct {
	urls  chan string
	abort chan struct{}
	seen  sync.Map
}

func (c *crawler) crawl() {
	defer c.seen.Clear()
	for {
		select { // want "only one goroutine is stopped"
		case u := <-c.urls:
			c.seen.Store(u, true)
		case <-c.abort:
			return
		}
	}
}

func crawl(n int, urls []string) {
	c := &crawler{urls: make(chan string), abort: make(chan struct{}, 1)}
	for n > 0 {
		n--
		go c.crawl()
	}
	for _, u := range urls {
		c.urls <- u
	}
	c.abort <- struct{}{}
}
