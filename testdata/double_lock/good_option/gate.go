// Package gate keeps events back until somebody listens.
package gate

import "sync"

type options struct {
	lockHeld bool
	retries  int
}

type option func(*options)

func withLockHeld(held bool) option {
	return func(o *options) {
		o.lockHeld = held
	}
}

func withRetries(retries int) option {
	return func(o *options) { o.retries = retries }
}

func optionsOf(given ...option) options {
	opts := options{retries: 1}
	for _, each := range given {
		if each != nil {
			each(&opts)
		}
	}
	return opts
}

// Gate collects events while it is closed.
type Gate struct {
	mu     sync.Mutex
	closed bool
	kept   []string
	sink   func(string) error
}

// New makes a closed gate.
func New(sink func(string) error) *Gate { return &Gate{closed: true, sink: sink} }

func (g *Gate) write(event string, given ...option) error {
	opts := optionsOf(given...)
	if !opts.lockHeld {
		g.mu.Lock()
		defer g.mu.Unlock()
		if g.closed {
			g.kept = append(g.kept, event)
			return nil
		}
	}
	var err error
	for range opts.retries {
		if err = g.sink(event); err == nil {
			return nil
		}
	}
	return err
}

// Write keeps an event, or lets it through.
func (g *Gate) Write(event string) error { return g.write(event, withRetries(3)) }

// Open lets everything through that was kept: write knows that the lock is held.
func (g *Gate) Open() error {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.closed = false
	for _, event := range g.kept {
		if err := g.write(event, withRetries(2), withLockHeld(true)); err != nil {
			return err
		}
	}
	g.kept = nil
	return nil
}
