package flag

import "sync"

type stream struct {
	mu     sync.Mutex
	closed bool
	items  chan int
}

func open() *stream { return &stream{items: make(chan int, 4)} }

func (s *stream) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return
	}
	s.closed = true
	close(s.items)
}

func (s *stream) send(v int) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return false
	}
	s.items <- v
	return true
}

func both(s *stream) {
	defer s.close()
	s.send(1)
	s.close()
	s.send(2)
}
