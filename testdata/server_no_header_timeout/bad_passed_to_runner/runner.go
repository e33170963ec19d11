package passedtorunner

import (
	"context"
	"log"
	"net/http"
)

func run(ctx context.Context, s *http.Server) {
	stop := context.AfterFunc(ctx, func() { s.Close() })
	defer stop()
	if err := s.ListenAndServe(); err != nil {
		log.Print(err)
	}
}
