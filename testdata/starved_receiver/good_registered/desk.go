// Package good tells guests who wait for their keys when the desk closes.
package good

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
	return <-key, nil
}

// Close sends all guests away.
func (d *Desk) Close() {
	d.lock.Lock()
	defer d.lock.Unlock()
	d.closed = true
	for guest, key := range d.asked {
		delete(d.asked, guest)
		close(key)
	}
}

// Post lets people wait for letters until it closes.
type Post struct {
	lock  sync.Mutex
	asked map[string]chan string
	over  chan struct{}
}

// NewPost opens a post office.
func NewPost() *Post { return &Post{asked: make(map[string]chan string), over: make(chan struct{})} }

// Ask waits for a letter.
func (p *Post) Ask(name string) (string, error) {
	letter := make(chan string, 1)
	p.lock.Lock()
	p.asked[name] = letter
	p.lock.Unlock()
	select {
	case text := <-letter:
		return text, nil
	case <-p.over:
		return "", ErrClosed
	}
}

// Close ends all waits.
func (p *Post) Close() { close(p.over) }
