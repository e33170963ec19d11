package good

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
		select {
		case line := <-s.input:
			s.last.Store(time.Now().UnixNano())
			use(line)
		case <-s.ticker.C:
			if time.Since(time.Unix(0, s.last.Load())) >= 0 {
				s.end()
				return
			}
		}
	}
}

// end is called by run alone.
func (s *session) end() { s.ticker.Stop() }
