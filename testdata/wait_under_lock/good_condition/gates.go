package condition

import "sync"

// room is its own Locker.
type room struct {
	sync.Mutex
	open    bool
	changed *sync.Cond
}

func newRoom() *room {
	r := &room{}
	r.changed = sync.NewCond(r)
	return r
}

func (r *room) enter() {
	r.Lock()
	defer r.Unlock()
	for !r.open {
		r.changed.Wait()
	}
}

func (r *room) unlock() {
	r.Lock()
	defer r.Unlock()
	r.open = true
	r.changed.Broadcast()
}

// stage has a lock that only those take who wait, and one signal that needs none.
type stage struct {
	turns sync.Mutex
	mu    sync.Mutex
	lit   bool
	cue   *sync.Cond
}

func newStage() *stage {
	s := &stage{}
	s.cue = sync.NewCond(&s.mu)
	return s
}

func (s *stage) play() {
	s.turns.Lock()
	defer s.turns.Unlock()
	s.mu.Lock()
	for !s.lit {
		s.cue.Wait()
	}
	s.mu.Unlock()
}

func (s *stage) rehearse() {
	s.turns.Lock()
	defer s.turns.Unlock()
	s.light()
}

func (s *stage) light() {
	s.mu.Lock()
	s.lit = true
	s.mu.Unlock()
	s.cue.Broadcast()
}
