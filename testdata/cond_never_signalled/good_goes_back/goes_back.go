package goesback

import "sync"

type slot struct {
	sync.Mutex
	free *sync.Cond
	busy bool
}

func newSlot() *slot {
	s := new(slot)
	s.free = sync.NewCond(s)
	return s
}

func (s *slot) enter() {
	s.Lock()
again:
	if s.busy {
		s.free.Wait()
		goto again
	}
	s.busy = true
	s.Unlock()
}

func (s *slot) leave() {
	s.Lock()
	s.busy = false
	s.Unlock()
	s.free.Signal()
}
