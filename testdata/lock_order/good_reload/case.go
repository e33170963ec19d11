package reload

import "sync"

// Config and cache are both locked by reloads, which a gate lets through one by one.
type Server struct {
	reload sync.Mutex
	conf   sync.RWMutex
	cache  sync.RWMutex
	name   string
	hits   map[string]int
}

func New() *Server { return &Server{hits: map[string]int{}} }

func (s *Server) Rename(name string) {
	s.reload.Lock()
	defer s.reload.Unlock()
	s.conf.Lock()
	defer s.conf.Unlock()
	s.name = name
	s.cache.Lock()
	clear(s.hits)
	s.cache.Unlock()
}

func (s *Server) Prune() {
	s.reload.Lock()
	defer s.reload.Unlock()
	s.dropUnnamed()
}

func (s *Server) dropUnnamed() {
	s.cache.Lock()
	defer s.cache.Unlock()
	s.conf.RLock()
	defer s.conf.RUnlock()
	delete(s.hits, s.name)
}
