package processkept

import (
	"net/http"
	"os/exec"
	"sync"
)

// server runs a daemon for each name.
type server struct {
	mu      sync.Mutex
	running map[string]*exec.Cmd
	command []string
}

func (s *server) start(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	cmd := exec.Command(s.command[0], s.command[1:]...)
	if err := cmd.Start(); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	s.mu.Lock()
	s.running[name] = cmd
	s.mu.Unlock()
	go func() {
		cmd.Wait()
		s.mu.Lock()
		defer s.mu.Unlock()
		delete(s.running, name)
	}()
}

func (s *server) stop(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if cmd := s.running[r.FormValue("name")]; cmd != nil {
		cmd.Process.Kill()
	}
}
