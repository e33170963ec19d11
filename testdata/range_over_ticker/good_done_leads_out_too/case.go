package good

import (
	"sync/atomic"
	"time"
)

type session struct {
	input  chan string
	ticker *time.Ticker
	last   atomic.Int64
	done   chan struct{}
}

func open(limit time.Duration, use func(string)) *session {
	s := &session{input: make(chan string), ticker: time.NewTicker(limit), done: make(chan struct{})}
	s.last.Store(time.Now().UnixNano())
	go s.run(limit, use)
	return s
}

func (s *session) run(limit time.Duration, use func(string)) {
	for {
		select {
		case line := <-s.input:
			s.last.Store(time.Now().UnixNano())
			use(line)
		case <-s.ticker.C:
			if time.Since(time.Unix(0, s.last.Load())) > limit {
				return
			}
		case <-s.done:
			return
		}
	}
}

// Close ends the session.
func (s *session) Close() {
	s.ticker.Stop()
	close(s.done)
}
