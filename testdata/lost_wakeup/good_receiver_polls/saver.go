package receiverpolls

import (
	"sync/atomic"
	"time"
)

type saver struct {
	dirty atomic.Bool
	now   chan struct{}
	quit  chan struct{}
}

func start(every time.Duration) *saver {
	s := &saver{now: make(chan struct{}), quit: make(chan struct{})}
	go s.loop(every)
	return s
}

// hurry saves sooner than the ticker would.
func (s *saver) hurry() {
	select {
	case s.now <- struct{}{}:
	default:
	}
}

func (s *saver) loop(every time.Duration) {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	for {
		select {
		case <-s.now:
		case <-ticker.C:
		case <-s.quit:
			return
		}
		s.dirty.Store(false)
	}
}
