package structwithoutname

import "sync"

// store keeps what its lock guards together, in a struct that has no name of its own.
type store struct {
	mu struct {
		sync.Mutex
		flush struct {
			pending int
			done    sync.Cond
		}
	}
	room struct {
		sync.Mutex
		sync.Cond
		free int
	}
}

func openStore() *store {
	s := &store{}
	s.mu.flush.pending = 1
	s.mu.flush.done.L = &s.mu.Mutex
	s.room.L = &s.room.Mutex
	return s
}

func (s *store) waitForFlush() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for s.mu.flush.pending > 0 {
		s.mu.flush.done.Wait()
	}
}

func (s *store) flushed() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.mu.flush.pending--
	s.mu.flush.done.Broadcast()
}

func (s *store) waitForRoom() {
	s.room.Mutex.Lock()
	defer s.room.Mutex.Unlock()
	for s.room.free == 0 {
		s.room.Wait()
	}
	s.room.free--
}

func (s *store) freed() {
	s.room.Mutex.Lock()
	s.room.free++
	s.room.Mutex.Unlock()
	s.room.Broadcast()
}
