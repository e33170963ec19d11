package enteredbylock

import "sync"

func Exercise() {
	l := Open()
	go l.Put(1)
	l.Put(2)
	l.Close()
	l.Put(3)
}

// Line takes numbers until it is closed.
type Line struct {
	nums chan int
	halt chan struct{}
	mu   sync.RWMutex
	over bool
}

// Open starts one.
func Open() *Line {
	l := &Line{nums: make(chan int), halt: make(chan struct{})}
	go l.serve()
	return l
}

func (l *Line) serve() {
	for {
		select {
		case <-l.nums:
		case <-l.halt:
			return
		}
	}
}

// enter returns with the lock held where the line is open.
func (l *Line) enter() bool {
	l.mu.RLock()
	if l.over {
		l.mu.RUnlock()
		return false
	}
	return true
}

// Put waits until n is taken, and reports whether it was.
func (l *Line) Put(n int) bool {
	if !l.enter() {
		return false
	}
	defer l.mu.RUnlock()
	l.nums <- n
	return true
}

// Close ends it when nobody is at it.
func (l *Line) Close() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.over = true
	close(l.halt)
}
