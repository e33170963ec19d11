package lockinloop

import (
	"sync"
	"time"
)

func Exercise() {
	go warm([]string{"a", "b"})
	time.Sleep(50 * time.Millisecond)
}

type index struct {
	mu    sync.Mutex
	terms map[string]int
	ready chan struct{}
}

func warm(terms []string) int {
	x := &index{terms: map[string]int{}, ready: make(chan struct{})}
	x.mu.Lock()
	defer x.mu.Unlock()
	go x.fill(terms)
	<-x.ready // want "this receive waits with `x.mu` held for fill"
	return len(x.terms)
}

func (x *index) fill(terms []string) {
	for place, term := range terms {
		x.mu.Lock() // blocks here
		x.terms[term] = place
		x.mu.Unlock()
	}
	close(x.ready)
}
