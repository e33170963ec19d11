package lease

import (
	"errors"
	"sync"
)

type Lease struct {
	mu    sync.RWMutex
	owner string
}

func (l *Lease) Renew(who string) error {
	l.mu.Lock()
	unlock := func() { l.mu.Unlock() }
	if l.owner == "" {
		unlock()
		return errors.New("no owner")
	}
	if l.owner != who {
		unlock()
		return errors.New("another owner")
	}
	unlock()
	return nil
}

func (l *Lease) Owner() string {
	l.mu.RLock()
	release := l.mu.RUnlock
	if l.owner == "" {
		release()
		return "nobody"
	}
	defer release()
	return l.owner
}
