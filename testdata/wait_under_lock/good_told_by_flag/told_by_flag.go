package toldbyflag

import "sync"

type want struct {
	mu     sync.Mutex
	done   bool
	result chan int
}

func newWant() *want { return &want{result: make(chan int, 1)} }

func (w *want) deliver(v int) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.done {
		return false
	}
	w.done = true
	w.result <- v
	return true
}

// cancel takes back what was delivered: it is there already.
func (w *want) cancel() (v int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.done {
		v = <-w.result
	}
	w.done = true
	return v
}
