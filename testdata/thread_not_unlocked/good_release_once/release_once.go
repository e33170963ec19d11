package lease

import (
	"errors"
	"runtime"
)

// Lease is a thread on loan.
type Lease struct{ returned bool }

// Take borrows the thread.
func Take(days int) (*Lease, error) {
	runtime.LockOSThread()
	l := &Lease{}
	if days > 14 {
		l.Return()
		return nil, errors.New("too long")
	}
	return l, nil
}

// Return gives the thread back, once.
func (l *Lease) Return() {
	if l.returned {
		return
	}
	l.returned = true
	runtime.UnlockOSThread()
}
