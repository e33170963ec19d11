// Package good has goroutines that something other than the request ends, or starts.
package good

import (
	"net/http"
	"time"
)

type session struct {
	closed chan struct{}
	ping   func()
}

func (s *session) Closed() <-chan struct{} { return s.closed }

func (s *session) pinger() {
	ticker := time.NewTicker(time.Minute)
	defer ticker.Stop()
	for {
		select {
		case <-s.Closed():
			return
		case <-ticker.C:
			s.ping()
		}
	}
}

// Room is where sessions meet; what OnClose is given runs when the room ends.
type Room interface {
	OnClose(func())
	Gone() <-chan struct{}
}

// Lobby brings each request into the room.
type Lobby struct {
	room     Room
	sessions chan *session
}

// ServeHTTP starts a session that ends with the room, not with the request.
func (l *Lobby) ServeHTTP(_ http.ResponseWriter, _ *http.Request) {
	s := &session{closed: make(chan struct{}), ping: func() {}}
	go s.pinger()
	l.room.OnClose(func() {
		go func() {
			_, _ = http.Head("http://localhost/closed")
		}()
	})
	go func() {
		ticker := time.NewTicker(time.Minute)
		for {
			select {
			case <-l.room.Gone():
				return
			case <-ticker.C:
				s.ping()
			}
		}
	}()
	l.sessions <- s
}
