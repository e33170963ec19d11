package lastofall

import (
	"sync"
	"time"
)

func Exercise() {
	phase(3, func(int) {})
	time.Sleep(20 * time.Millisecond)
}

type latch struct {
	mu      sync.Mutex
	missing int
	all     chan struct{}
}

// arrive waits until everybody has come; the last one lets all go on.
func (l *latch) arrive() {
	l.mu.Lock()
	l.missing--
	if l.missing == 0 {
		close(l.all)
	}
	l.mu.Unlock()
	<-l.all
}

func phase(n int, step func(int)) {
	l := &latch{missing: n, all: make(chan struct{})}
	for i := range n {
		go func() {
			l.arrive()
			step(i)
		}()
	}
}
