package good

import "sync/atomic"

// Store restores a backup, once.
type Store struct {
	path     string
	restored chan struct{}
}

// NewStore returns a store with something to restore.
func NewStore(path string) *Store { return &Store{path: path, restored: make(chan struct{})} }

// Leader is told again and again; the path that it asks for is gone after the first time.
func (s *Store) Leader(is bool) {
	if s.path != "" {
		defer func() {
			s.path = ""
			close(s.restored)
		}()
		if is {
			s.install()
		}
	}
}

func (s *Store) install() {}

// flag is set once.
type flag struct{ v atomic.Bool }

func (f *flag) get() bool   { return f.v.Load() }
func (f *flag) set(to bool) { f.v.Store(to) }

// Peer greets, once.
type Peer struct {
	greeted flag
	done    chan struct{}
}

// NewPeer returns a peer.
func NewPeer() *Peer { return &Peer{done: make(chan struct{})} }

// Greet greets where that has not been done.
func (p *Peer) Greet() {
	for range 2 {
		p.greet()
	}
}

func (p *Peer) greet() {
	if !p.greeted.get() {
		p.greeted.set(true)
		close(p.done)
	}
}
