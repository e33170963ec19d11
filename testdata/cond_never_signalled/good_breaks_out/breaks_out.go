package breaksout

import "sync"

type limiter struct {
	mu     sync.Mutex
	cond   *sync.Cond
	left   int
	closed bool
}

func newLimiter(n int) *limiter {
	l := &limiter{left: n}
	l.cond = sync.NewCond(&l.mu)
	return l
}

func (l *limiter) acquire() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	for {
		if l.closed {
			return false
		}
		if l.left > 0 {
			l.left--
			return true
		}
		l.cond.Wait()
	}
}

func (l *limiter) release() {
	l.mu.Lock()
	l.left++
	l.mu.Unlock()
	l.cond.Signal()
}

func (l *limiter) close() {
	l.mu.Lock()
	l.closed = true
	l.mu.Unlock()
	l.cond.Broadcast()
}
