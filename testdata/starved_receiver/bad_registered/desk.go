// Package bad keeps guests waiting for their keys.
package bad

import (
	"errors"
	"sync"
)

// ErrClosed says that the desk is closed.
var ErrClosed = errors.New("closed")

// Desk hands keys to guests who have asked for them.
type Desk struct {
	lock   sync.Mutex
	asked  map[string]chan int
	closed bool
}

// NewDesk opens a desk.
func NewDesk() *Desk { return &Desk{asked: make(map[string]chan int)} }

// Ask waits for the guest's key.
func (d *Desk) Ask(guest string) (int, error) {
	d.lock.Lock()
	if d.closed {
		d.lock.Unlock()
		return 0, ErrClosed
	}
	key := make(chan int)
	d.asked[guest] = key
	d.lock.Unlock()
	return <-key, nil // want "this receive waits for ever once \\(\\*Desk\\).Close has run"
}

// Hand gives a guest the key.
func (d *Desk) Hand(guest string, number int) bool {
	d.lock.Lock()
	key, waits := d.asked[guest]
	delete(d.asked, guest)
	d.lock.Unlock()
	if waits {
		key <- number
	}
	return waits
}

// Close lets nobody ask any more.
func (d *Desk) Close() {
	d.lock.Lock()
	defer d.lock.Unlock()
	d.closed = true
}
