// Package sessions has loops that go on by the clock until something of the session says that it is over.
package sessions

import (
	"io"
	"net/http"
	"sync"
	"time"
)

type session struct {
	mu     sync.Mutex
	closed bool
	seen   time.Time
	idle   time.Duration
}

func (s *session) over() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.closed
}

// clean asks in each turn whether the session has been closed.
func (s *session) clean() {
	ticker := time.NewTicker(s.idle)
	defer ticker.Stop()
	for range ticker.C {
		if s.over() {
			return
		}
		s.mu.Lock()
		s.seen = time.Now()
		s.mu.Unlock()
	}
}

type server struct {
	idle    time.Duration
	line    io.Writer
	current *session
}

func (s *server) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	s.current = &session{idle: s.idle}
	go s.current.clean()
	go s.beat()
	go s.play()
	go s.probe()
	w.WriteHeader(http.StatusSwitchingProtocols)
}

func (s *server) leave() {
	s.current.mu.Lock()
	defer s.current.mu.Unlock()
	s.current.closed = true
}

// beat ends when the line is gone.
func (s *server) beat() {
	for {
		time.Sleep(s.idle)
		if _, err := s.line.Write([]byte("ping")); err != nil {
			break
		}
	}
}

// play waits for the clock between two frames.
func (s *server) play() {
	ticker := time.NewTicker(s.idle)
	defer ticker.Stop()
	for frame := 0; true; <-ticker.C {
		if frame == 10 {
			return
		}
		frame++
	}
}

// probe ends with its deadline.
func (s *server) probe() {
	ticker := time.NewTicker(s.idle)
	defer ticker.Stop()
	deadline := time.NewTimer(20 * s.idle)
	defer deadline.Stop()
	for {
		select {
		case <-deadline.C:
			return
		case <-ticker.C:
			s.current.over()
		}
	}
}
