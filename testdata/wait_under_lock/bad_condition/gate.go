package condition

import "sync"

// gate lets a limited number in at a time.
type gate struct {
	admin sync.RWMutex
	name  string

	mu    sync.Mutex
	free  int
	freed *sync.Cond
}

func newGate(n int) *gate {
	g := &gate{free: n}
	g.freed = sync.NewCond(&g.mu)
	return g
}

func (g *gate) rename(name string) {
	g.admin.Lock()
	defer g.admin.Unlock()
	g.name = name
}

func (g *gate) enter() string {
	g.admin.Lock()
	defer g.admin.Unlock()
	g.await()
	return g.name
}

func (g *gate) await() {
	g.mu.Lock()
	defer g.mu.Unlock()
	for g.free == 0 {
		g.freed.Wait() // want "waits with `g.admin` held for leave, which has to take `g.admin` before it signals"
	}
	g.free--
}

func (g *gate) leave() (name string) {
	g.admin.RLock()
	name = g.name
	g.admin.RUnlock()
	g.mu.Lock()
	g.free++
	g.mu.Unlock()
	g.freed.Signal()
	return name
}
