package nextturn

import "sync"

type queue struct {
	items chan int
	done  chan struct{}
	once  sync.Once
	sum   int
}

func (q *queue) Close() {
	q.once.Do(func() { close(q.done) })
}

func (q *queue) loop() {
	for {
		select {
		case <-q.done: // want "does not leave its loop"
			continue
		case item, ok := <-q.items:
			if !ok {
				return
			}
			q.sum += item
		}
	}
}
