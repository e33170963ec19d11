package othercase

import (
	"context"
	"errors"
	"time"
)

type Probe struct {
	ready chan struct{}
}

func Start(dial func() error) *Probe {
	p := &Probe{ready: make(chan struct{})}
	go p.run(dial)
	return p
}

func (p *Probe) run(dial func() error) {
	if err := dial(); err != nil {
		return
	}
	close(p.ready)
}

func (p *Probe) Wait(ctx context.Context) error {
	select {
	case <-p.ready:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func Exercise() {
	p := Start(func() error { return errors.New("refused") })
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Millisecond)
	defer cancel()
	_ = p.Wait(ctx)
}
