package follow

import (
	"context"
	"net/http"

	"golintsched.test/cases/handler_goroutine/good_unknown_call/logs"
)

type server struct{ source *logs.Conn }

// follow reads with a context that never ends, until the connection is closed.
func (s *server) follow(w http.ResponseWriter, _ *http.Request) {
	go func() {
		for {
			line, err := s.source.Next(context.Background())
			if err != nil {
				break
			}
			s.note(line)
		}
	}()
	w.WriteHeader(http.StatusAccepted)
}

func (s *server) note(string) {}
