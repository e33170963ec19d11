package othercloser

import "sync"

type Stream struct {
	events chan int
	once   sync.Once
}

func Subscribe(next func() (int, bool)) *Stream {
	s := &Stream{events: make(chan int, 8)}
	go s.pump(next)
	return s
}

func (s *Stream) pump(next func() (int, bool)) {
	for {
		n, ok := next()
		if !ok {
			return
		}
		if n == 0 {
			break
		}
		s.events <- n // also GLS209: Cancel may come between
	}
	s.Cancel()
}

// Cancel is called by whoever subscribed, whatever became of the pump.
func (s *Stream) Cancel() {
	s.once.Do(func() { close(s.events) })
}

func (s *Stream) Each(handle func(int)) {
	for n := range s.events {
		handle(n)
	}
}

func Exercise() {
	s := Subscribe(func() (int, bool) { return 0, false })
	s.Cancel()
	s.Each(func(int) {})
}
