package cancelledafterjoin

import (
	"context"
	"sync"
)

func Exercise() {
	total([]int{3, 4})
}

type adder struct {
	terms chan int
	sum   int
}

func (a *adder) run(ctx context.Context, ended chan<- struct{}) {
	defer close(ended)
	for {
		select {
		case n := <-a.terms:
			a.sum += n
		case <-ctx.Done():
			return
		}
	}
}

func (a *adder) count(wg *sync.WaitGroup, n int) {
	defer wg.Done()
	for i := range n {
		a.terms <- i
	}
}

func total(parts []int) int {
	ctx, cancel := context.WithCancel(context.Background())
	a := &adder{terms: make(chan int)}
	ended := make(chan struct{})
	go a.run(ctx, ended)
	var wg sync.WaitGroup
	for _, n := range parts {
		wg.Add(1)
		go a.count(&wg, n)
	}
	wg.Wait()
	cancel()
	<-ended
	return a.sum
}
