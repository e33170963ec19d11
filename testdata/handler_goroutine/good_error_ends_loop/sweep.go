package sweep

import (
	"context"
	"net/http"
	"time"
)

type sweeper struct {
	probe func(context.Context, int) error
}

func (s *sweeper) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	go s.sweep(r.Context())
	w.WriteHeader(http.StatusAccepted)
}

func (s *sweeper) sweep(ctx context.Context) {
	for port := range 1000 {
		if err := s.probe(ctx, port); err != nil {
			return
		}
		time.Sleep(time.Millisecond)
	}
}
