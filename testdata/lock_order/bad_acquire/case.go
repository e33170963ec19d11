package acquire

import "sync"

type Store struct {
	dataMu  sync.Mutex
	indexMu sync.Mutex
	data    []string
	index   map[string]int
}

func New() *Store { return &Store{index: map[string]int{}} }

// acquire returns with the data locked; the caller releases it.
func (s *Store) acquire() []string {
	s.dataMu.Lock()
	return s.data
}

func (s *Store) release() { s.dataMu.Unlock() }

func (s *Store) Append(value string) {
	data := s.acquire()
	defer s.release()
	s.data = append(data[:0], value)
	s.indexMu.Lock() // want "Append locks Store.indexMu while it holds Store.dataMu"
	s.index[value] = len(s.data) - 1
	s.indexMu.Unlock()
}

func (s *Store) Find(value string) (string, bool) {
	s.indexMu.Lock()
	defer s.indexMu.Unlock()
	place, ok := s.index[value]
	if !ok {
		return "", false
	}
	data := s.acquire()
	defer s.release()
	return data[place], true
}
