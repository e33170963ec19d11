package lockinresult

import (
	"errors"
	"sync"
)

type Conn struct {
	read    sync.Mutex
	next    int
	waiting int
}

var errStrange = errors.New("answer to nobody")

// answer waits for the answer to a question; whoever gets the lock reads it, and unlocks.
func (c *Conn) answer(id int) (size int, lock *sync.Mutex, err error) {
	for {
		c.read.Lock() // want "answer can return with c.read locked"
		if c.next == id {
			size, lock = 16, &c.read
			break
		}
		if c.waiting == 1 {
			err = errStrange
			break
		}
		c.read.Unlock()
	}
	c.waiting--
	return
}

func (c *Conn) ask(id int) error {
	c.waiting++
	size, lock, err := c.answer(id)
	if err != nil {
		return err
	}
	c.next += size
	lock.Unlock()
	return nil
}

type handle struct{ unlock func() }

type Store struct{ mu sync.Mutex }

// open locks for those who want to write, and tells those who want to append too how to unlock, but nobody else.
func (s *Store) open(mode string) *handle {
	appends := mode == "a"
	s.mu.Lock() // want "open can return with s.mu locked"
	if mode == "r" {
		s.mu.Unlock()
		return &handle{}
	}
	if appends {
		return &handle{unlock: s.mu.Unlock}
	}
	return &handle{}
}
