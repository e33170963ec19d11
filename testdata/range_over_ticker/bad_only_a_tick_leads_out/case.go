package bad

import (
	"sync/atomic"
	"time"
)

type session struct {
	input  chan string
	ticker *time.Ticker
	last   atomic.Int64
}

func open(limit time.Duration, use func(string)) *session {
	s := &session{input: make(chan string), ticker: time.NewTicker(limit)}
	s.last.Store(time.Now().UnixNano())
	go s.run(limit, use)
	return s
}

func (s *session) run(limit time.Duration, use func(string)) {
	for {
		select { // want "only a tick leads out of its loop, and after `s.ticker.Stop\\(\\)` there is none"
		case line := <-s.input:
			s.last.Store(time.Now().UnixNano())
			use(line)
		case <-s.ticker.C:
			if time.Since(time.Unix(0, s.last.Load())) > limit {
				s.Close()
				return
			}
		}
	}
}

// Close ends the session, it thinks.
func (s *session) Close() { s.ticker.Stop() }
