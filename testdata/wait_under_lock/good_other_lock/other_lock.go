package otherlock

import "sync"

type stats struct {
	sendMu  sync.Mutex
	countMu sync.Mutex
	values  chan int
	sum     int
}

func collect() *stats {
	s := &stats{values: make(chan int)}
	go s.add()
	return s
}

func (s *stats) add() {
	for v := range s.values {
		s.countMu.Lock()
		s.sum += v
		s.countMu.Unlock()
	}
}

func (s *stats) report(values ...int) {
	s.sendMu.Lock()
	defer s.sendMu.Unlock()
	for _, v := range values {
		s.values <- v
	}
}

func (s *stats) close() { close(s.values) }
