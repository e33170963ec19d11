package valuefield

import (
	"sync"
	"time"
)

// gate lets everybody through once it is open.
type gate struct {
	lock   sync.RWMutex
	opened sync.Cond
	open   bool
}

func makeGate() *gate {
	g := new(gate)
	g.opened.L = g.lock.RLocker()
	return g
}

func (g *gate) openAfter(d time.Duration) {
	time.Sleep(d)
	g.lock.Lock()
	g.open = true
	g.lock.Unlock()
}

func (g *gate) pass(names []string, passed func(string)) {
	for _, name := range names {
		go func() {
			g.lock.RLock()
			for !g.open {
				g.opened.Wait() // want "nothing calls Signal or Broadcast"
			}
			g.lock.RUnlock()
			passed(name)
		}()
	}
}
