package good

import (
	"errors"
	"sync"
)

var errDown = errors.New("down")

// Poller asks again and again.
type Poller struct {
	turns int
	last  int
	done  chan struct{}
}

// Open returns a poller when its first answer is there, or the error that came instead of it.
func Open(turns int, ask func() (int, error)) (*Poller, error) {
	p := &Poller{turns: turns, done: make(chan struct{})}
	first := make(chan error)
	go p.run(ask, first)
	if err := <-first; err != nil {
		return nil, err
	}
	return p, nil
}

func (p *Poller) run(ask func() (int, error), first chan error) {
	var once sync.Once
	defer close(p.done)
	for range p.turns {
		v, err := ask()
		if err != nil {
			if failed(&once, first, err) {
				return
			}
			continue
		}
		p.last = v
		once.Do(func() { close(first) })
	}
}

// failed tells whether nothing had come before the error.
func failed(once *sync.Once, first chan<- error, err error) (began bool) {
	once.Do(func() {
		began = true
		first <- err
	})
	return began
}

// Wait returns when the poller has asked for the last time.
func (p *Poller) Wait() { <-p.done }
