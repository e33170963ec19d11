package lookedfirst

import "sync"

type queue struct {
	mu     sync.Mutex
	blocks chan string
	spill  []string
}

func newQueue(room int) *queue { return &queue{blocks: make(chan string, room)} }

func (q *queue) put(block string) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.blocks) == cap(q.blocks) {
		q.flushLocked()
	}
	q.blocks <- block
}

// flushLocked takes what is there: with the lock held nobody else takes or adds.
func (q *queue) flushLocked() {
	for len(q.blocks) > 0 {
		q.spill = append(q.spill, <-q.blocks)
	}
}

func (q *queue) close() []string {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.flushLocked()
	return q.spill
}

func (q *queue) take() (string, bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if 0 == len(q.blocks) {
		return "", false
	}
	return q.firstLocked(), true
}

// peek is told by its caller that there is one.
func (q *queue) peek() string {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.blocks) != 0 {
		return q.firstLocked()
	}
	return ""
}

func (q *queue) firstLocked() string { return <-q.blocks }
