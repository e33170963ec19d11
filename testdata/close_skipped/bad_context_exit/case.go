package contextexit

import (
	"context"
	"sync"
)

type Metric struct{ Name string }

type Agent struct {
	outputs []chan<- Metric
	mu      sync.Mutex
	seen    map[string]int
}

func (a *Agent) Run(ctx context.Context, source <-chan Metric) {
	flushed := make(chan Metric, 10)
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		for m := range flushed { // want "flushed"
			a.mu.Lock()
			a.seen[m.Name]++
			a.mu.Unlock()
		}
	}()
	wg.Add(1)
	go func() {
		defer wg.Done()
		for {
			select {
			case m, ok := <-source:
				if !ok {
					close(flushed)
					return
				}
				flushed <- m
			case <-ctx.Done():
				return
			}
		}
	}()
	wg.Wait()
}

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	a := &Agent{seen: map[string]int{}}
	go a.Run(ctx, make(chan Metric))
	cancel()
}
