package ticketkept

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
	store *store
	set   map[string]string
}

func newStore() *store { return &store{values: map[string]string{}} }

// Begin returns a transaction, which keeps the store as it is until it is done.
func (s *store) Begin() (Tx, error) {
	t := &tx{store: s, set: map[string]string{}}
	s.mu.RLock()
	return t, nil
}

func (s *store) commit(set map[string]string) {
	s.mu.Lock() // want "fill locks s.mu again inside commit while it holds it" // blocks here
	defer s.mu.Unlock()
	for key, value := range set {
		s.values[key] = value
	}
}

func (t *tx) Set(key, value string) { t.set[key] = value }

func (t *tx) Done() { t.store.mu.RUnlock() }

// fill commits what it still has open.
func fill(s *store) {
	t, err := s.Begin()
	if err != nil {
		return
	}
	defer t.Done()
	t.Set("a", "1")
	s.commit(map[string]string{"a": "1"})
}
