package good

import "sync"

// Queue holds items until somebody drops them all.
type Queue struct {
	mu     sync.Mutex
	closed bool
	total  int
	items  chan int
}

// Put adds an item, if there is room.
func (q *Queue) Put(item int) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.closed {
		return
	}
	select {
	case q.items <- item:
	default:
	}
}

// Close takes what is left: the loop ends with what it has closed itself.
func (q *Queue) Close() {
	q.mu.Lock()
	defer q.mu.Unlock()
	close(q.items)
	for item := range q.items {
		q.total += item
	}
	q.closed = true
}
