package lookup

import (
	"errors"
	"sync"
)

var errUnknown = errors.New("no such shelf")

type Shelf struct {
	mu    sync.Mutex
	boxes []string
}

type Store struct {
	shelves map[string]*Shelf
}

// Move puts the last box of one shelf on another one.
func (s *Store) Move(from, to string) error {
	src, ok := s.shelves[from]
	if !ok {
		return errUnknown
	}
	dst, ok := s.shelves[to]
	if !ok || src == dst {
		return errUnknown
	}
	src.mu.Lock()
	defer src.mu.Unlock()
	dst.mu.Lock() // want "Move locks dst.mu while it holds src.mu"
	defer dst.mu.Unlock()
	if n := len(src.boxes); n > 0 {
		dst.boxes = append(dst.boxes, src.boxes[n-1])
		src.boxes = src.boxes[:n-1]
	}
	return nil
}
