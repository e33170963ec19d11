package toldafterwait

import (
	"sync"
	"time"
)

type queue struct {
	mu    sync.Mutex
	items []string
}

func (q *queue) add(item string) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.items = append(q.items, item)
}

func (q *queue) take() string {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.items) == 0 {
		return ""
	}
	item := q.items[0]
	q.items = q.items[1:]
	return item
}

// walk has its workers go on until nothing is pending: what they hear of then is over.
func walk(root string, visit func(string) []string) {
	var q queue
	var pending, workers sync.WaitGroup
	pending.Add(1)
	q.add(root)
	done := make(chan struct{})
	for range 3 {
		workers.Add(1)
		go func() {
			defer workers.Done()
			for {
				select {
				case <-done:
					return
				default:
				}
				item := q.take()
				if item == "" {
					select {
					case <-done:
						return
					case <-time.After(time.Millisecond):
						continue
					}
				}
				for _, found := range visit(item) {
					pending.Add(1)
					q.add(found)
				}
				pending.Done()
			}
		}()
	}
	pending.Wait()
	close(done)
	workers.Wait()
}
