package lookedbeforelock

import "sync"

type queue struct {
	mu     sync.Mutex
	blocks chan string
	taken  int
}

func newQueue(room int) *queue { return &queue{blocks: make(chan string, room)} }

func (q *queue) put(block string) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.blocks <- block
}

// take looks before it has the lock: by then another one may have taken it.
func (q *queue) take() string {
	if len(q.blocks) == 0 {
		return ""
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	q.taken++
	return <-q.blocks // want "this receive waits with `q.mu` held for put"
}

// takeLate knows that there was none, or some.
func (q *queue) takeLate() string {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.blocks) >= 0 {
		q.taken++
	}
	return <-q.blocks // want "this receive waits with `q.mu` held for put"
}
