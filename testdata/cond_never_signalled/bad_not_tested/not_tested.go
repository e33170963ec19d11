package nottested

import "sync"

type server struct {
	mu      sync.Mutex
	started *sync.Cond
	addr    string
}

func newServer() *server {
	s := &server{}
	s.started = sync.NewCond(&s.mu)
	return s
}

func (s *server) serve(addr string) {
	s.mu.Lock()
	s.addr = addr
	s.started.Broadcast()
	s.mu.Unlock()
}

// address returns where the server listens, once it does.
func (s *server) address() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.started.Wait() // want "misses a wake-up that came before it"
	return s.addr
}
