package backends

import "sync"

type Backend interface{ Size() int }

type Disk struct {
	mu    sync.Mutex
	pages [][]byte
}

func (d *Disk) Size() int { return cap(d.pages) }

func (d *Disk) Len() int {
	d.mu.Lock() // want "locks s.backend.mu again inside"
	defer d.mu.Unlock()
	return len(d.pages)
}

type Null struct{}

func (Null) Size() int { return 0 }

type Store struct{ backend Backend }

func New(backend Backend) *Store { return &Store{backend} }

func (s *Store) Clear() int {
	if disk, ok := s.backend.(*Disk); ok {
		disk.mu.Lock()
		defer disk.mu.Unlock()
		disk.pages = nil
	}
	switch backend := s.backend.(type) {
	case *Disk:
		return backend.Len()
	default:
		return 0
	}
}
