package flagatend

import (
	"io"
	"net/http"
	"sync/atomic"
	"time"
)

type server struct {
	acked atomic.Int64
	seen  atomic.Int64
}

// read acknowledges now and then, until it has read everything.
func (s *server) read(w http.ResponseWriter, r *http.Request) {
	var closed atomic.Bool
	defer closed.Store(true)
	go func() {
		for !closed.Load() {
			s.acked.Store(s.seen.Load())
			time.Sleep(10 * time.Millisecond)
		}
	}()
	n, _ := io.Copy(io.Discard, r.Body)
	s.seen.Add(n)
}

// count has a goroutine that is switched off.
func (s *server) count(w http.ResponseWriter, r *http.Request) {
	if false {
		go func() {
			for {
				s.acked.Add(1)
				time.Sleep(time.Second)
			}
		}()
	}
	w.WriteHeader(http.StatusOK)
}
