package serve

import (
	"context"
	"errors"
	"os"
	"os/signal"
)

type server struct {
	address string
	serve   func(ctx context.Context) error
}

func (s *server) Run(ctx context.Context) error {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt) // want "Run can return without calling `stop`"
	if s.address == "" {
		return errors.New("no address")
	}
	defer stop()
	return s.serve(ctx)
}
