package turngoeson

import (
	"errors"
	"sync"
)

var errClosed = errors.New("closed")

// spool keeps jobs for its printers.
type spool struct {
	mu     sync.Mutex
	more   *sync.Cond
	jobs   chan string
	closed bool
}

func newSpool() *spool {
	s := &spool{jobs: make(chan string, 8)}
	s.more = sync.NewCond(&s.mu)
	return s
}

func (s *spool) add(job string) {
	s.mu.Lock()
	s.jobs <- job
	s.mu.Unlock()
	s.more.Broadcast()
}

// await waits for a job where there is none.
func (s *spool) await() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return errClosed
	}
	if len(s.jobs) == 0 {
		s.more.Wait() // want "stands outside a loop"
	}
	return nil
}

func (s *spool) next() string {
	return <-s.jobs // blocks here
}

func (s *spool) run(print func(string)) {
	for {
		err := s.await()
		if err != nil {
			return
		}
		print(s.next())
	}
}
