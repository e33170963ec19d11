package result

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
		c.read.Lock()
		if c.next < 0 {
			c.read.Unlock()
			err = errors.New("closed")
			break
		}
		if c.next == id {
			size, lock = 16, &c.read
			break
		}
		if c.waiting == 1 {
			err = errStrange
			c.read.Unlock()
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

type handle struct {
	lock   sync.Locker
	unlock func()
}

type Store struct {
	mu   sync.Mutex
	mode string
}

// open locks for those who want to write; the handle knows what to unlock.
func (s *Store) open(mode string) *handle {
	exclusive := mode == "w"
	if mode == "w" {
		s.mu.Lock()
	}
	if exclusive {
		return &handle{unlock: s.mu.Unlock}
	}
	return &handle{}
}

// lease locks what is not read only.
func (s *Store) lease() *handle {
	h := &handle{}
	s.mu.Lock()
	if s.mode == "r" {
		s.mu.Unlock()
		return h
	}
	h.lock = &s.mu
	return h
}
