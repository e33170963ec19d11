package handedout

import "sync"

// Board is written by other packages, which wake the readers themselves.
type Board struct {
	Mu      sync.Mutex
	Changed *sync.Cond
	Version int
}

func NewBoard() *Board {
	b := &Board{}
	b.Changed = sync.NewCond(&b.Mu)
	return b
}

func (b *Board) WaitFor(version int) {
	b.Mu.Lock()
	defer b.Mu.Unlock()
	for b.Version < version {
		b.Changed.Wait()
	}
}
