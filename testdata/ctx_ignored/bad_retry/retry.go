package retry

import (
	"context"
	"net"
	"time"
)

type session struct {
	address string
	pause   time.Duration
	ready   chan net.Conn
}

func (s *session) dial() (net.Conn, error) {
	return net.DialTimeout("tcp", s.address, time.Second)
}

// Connect tries until the peer answers.
func (s *session) Connect(ctx context.Context) {
	go func() {
		for { // want "this loop ignores ctx"
			conn, err := s.dial()
			if err == nil {
				s.ready <- conn
				return
			}
			time.Sleep(s.pause)
		}
	}()
}
