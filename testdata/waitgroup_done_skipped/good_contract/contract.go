package contract

import "sync"

// Gate counts the calls that are under way.
type Gate struct {
	mu     sync.Mutex
	closed bool
	calls  sync.WaitGroup
}

func (g *Gate) enter() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.calls.Add(1)
	if g.closed {
		g.calls.Done()
		return false
	}
	return true
}

func (g *Gate) leave() { g.calls.Done() }

func (g *Gate) Do(call func()) bool {
	if !g.enter() {
		return false
	}
	defer g.leave()
	call()
	return true
}

func (g *Gate) Close() {
	g.mu.Lock()
	g.closed = true
	g.mu.Unlock()
	g.calls.Wait()
}

func Exercise() {
	g := &Gate{}
	g.Do(func() {})
	g.Close()
	g.Do(func() {})
}
