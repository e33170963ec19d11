package region

import (
	"errors"
	"sync"
)

type Region struct {
	mu     sync.RWMutex
	closed bool
	names  []string
}

// Read gives a view of the names and the function that ends it.
func (r *Region) Read() ([]string, func(), error) {
	r.mu.RLock()
	if r.closed {
		r.mu.RUnlock()
		return nil, nil, errors.New("region closed")
	}
	return r.names, r.mu.RUnlock, nil
}

// Write gives the names for change; the caller calls done.
func (r *Region) Write() (names *[]string, done func()) {
	r.mu.Lock()
	return &r.names, func() { r.mu.Unlock() }
}

func (r *Region) Close() {
	r.mu.Lock()
	r.closed = true
	r.mu.Unlock()
}
