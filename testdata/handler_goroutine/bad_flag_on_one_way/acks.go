package flagononeway

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

// read forgets its goroutine where the body cannot be read.
func (s *server) read(w http.ResponseWriter, r *http.Request) {
	var closed atomic.Bool
	go func() {
		for !closed.Load() { // missed "this loop does not observe r.Context"
			s.acked.Store(s.seen.Load())
			time.Sleep(10 * time.Millisecond)
		}
	}()
	n, err := io.Copy(io.Discard, r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	s.seen.Add(n)
	closed.Store(true)
}
