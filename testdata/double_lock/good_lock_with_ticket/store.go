package lockwithticket

import "sync"

// Tx is a transaction; Done ends it.
type Tx interface {
	Set(key, value string)
	Done()
}

type store struct {
	mu     sync.RWMutex
	values map[string]string
}

type tx struct {
	store  *store
	set    map[string]string
	closed bool
}

func newStore() *store { return &store{values: map[string]string{}} }

// Begin returns a transaction, which keeps the store as it is until it is done.
func (s *store) Begin() (Tx, error) {
	t := &tx{store: s, set: map[string]string{}}
	s.mu.RLock()
	return t, nil
}

// Commit stores what a transaction that is done has set.
func (s *store) Commit(set map[string]string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for key, value := range set {
		s.values[key] = value
	}
}

func (t *tx) Set(key, value string) { t.set[key] = value }

func (t *tx) Done() {
	if t.closed {
		return
	}
	defer func() {
		t.store.mu.RUnlock()
		t.closed = true
	}()
}

func fill(s *store) {
	t, err := s.Begin()
	if err != nil {
		return
	}
	t.Set("a", "1")
	t.Done()
	s.Commit(map[string]string{"a": "1"})

	second, _ := s.Begin()
	second.Done()
	third, _ := s.Begin()
	defer third.Done()
}

// prepare is done with its transaction before it returns.
func prepare(s *store) map[string]string {
	t, _ := s.Begin()
	defer t.Done()
	set := map[string]string{"b": "2"}
	for key, value := range set {
		t.Set(key, value)
	}
	return set
}

func both(s *store) {
	set := prepare(s)
	s.Commit(set)
	s.Commit(prepare(s))
}
