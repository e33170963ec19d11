package bad

import (
	"io"
	"sync"
	"sync/atomic"
)

// counted tells how much has been read.
type counted struct {
	r     io.Reader
	bytes chan<- int64
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.bytes <- int64(n)
	return n, err
}

// Measure reads all sources at once; the goroutine that adds up is not told that there is no more.
func Measure[R io.Reader](sources []string, open func(string) R) (int64, error) {
	bytes := make(chan int64, len(sources))
	var total atomic.Int64
	go func() {
		for n := range bytes { // want "nobody closes `bytes`"
			total.Add(n)
		}
	}()
	var wg sync.WaitGroup
	for _, source := range sources {
		wg.Go(func() {
			_, _ = io.Copy(io.Discard, &counted{r: open(source), bytes: bytes})
		})
	}
	wg.Wait()
	return total.Load(), nil
}
