// Package bad visits pages, a few at a time.
package bad

import "context"

// Crawler visits pages until it is closed.
type Crawler struct {
	permits chan struct{}
	cancel  context.CancelFunc
}

// Crawl starts to visit the pages.
func Crawl(pages []string, visit func(context.Context, string), most int) *Crawler {
	ctx, cancel := context.WithCancel(context.Background())
	c := &Crawler{permits: make(chan struct{}, most+1), cancel: cancel}
	for range most + 1 {
		c.permits <- struct{}{}
	}
	go func() {
		select {
		case <-ctx.Done():
			return
		case <-c.permits:
		}
		for _, page := range pages {
			<-c.permits // want "ignores ctx"
			go func() {
				visit(ctx, page)
				c.permits <- struct{}{}
			}()
		}
		c.permits <- struct{}{}
	}()
	return c
}

// Close waits for all who have a permit.
func (c *Crawler) Close() {
	c.cancel()
	for range cap(c.permits) {
		<-c.permits
	}
}
