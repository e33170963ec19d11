package leases

import (
	"errors"
	"fmt"
	"sync"
)

var errTaken = errors.New("taken")

type Leases struct {
	mu    sync.Mutex
	owner map[string]string
}

func wrap(name string, err error) error { return fmt.Errorf("lease %s: %w", name, err) }

func (l *Leases) check(name, who string) error {
	if was, ok := l.owner[name]; ok && was != who {
		return errTaken
	}
	return nil
}

// Take leases the name to its new owner.
func (l *Leases) Take(name, who string) error {
	l.mu.Lock() // want "l.mu locked" // blocks here
	if err := l.check(name, who); err != nil {
		return wrap(name, err)
	}
	l.owner[name] = who
	l.mu.Unlock()
	return nil
}
