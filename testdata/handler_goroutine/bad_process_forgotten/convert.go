package processforgotten

import (
	"log"
	"net/http"
	"os/exec"
)

type server struct{ command []string }

func (s *server) start(w http.ResponseWriter, r *http.Request) {
	cmd := exec.Command(s.command[0], s.command[1:]...)
	if err := cmd.Start(); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	log.Println("started", cmd)
	go func() {
		cmd.Wait() // want "does not observe r.Context"
	}()
}
