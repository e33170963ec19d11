package waiterstakenout

import "sync"

// oracle tells those who wait for a number that it has come.
type oracle struct {
	mu      sync.Mutex
	waiters map[int][]chan struct{}
}

func (o *oracle) wait(number int) <-chan struct{} {
	o.mu.Lock()
	defer o.mu.Unlock()
	come := make(chan struct{})
	o.waiters[number] = append(o.waiters[number], come)
	return come
}

// reach is called for every number.
func (o *oracle) reach(number int) {
	o.mu.Lock()
	defer o.mu.Unlock()
	for start, waiting := range o.waiters {
		if start > number {
			continue
		}
		for _, come := range waiting {
			close(come)
		}
		delete(o.waiters, start)
	}
}

// serve does so for numbers that it is sent.
func (o *oracle) serve(numbers <-chan int) {
	for number := range numbers {
		for _, come := range o.waiters[number] {
			close(come)
		}
		delete(o.waiters, number)
	}
}
