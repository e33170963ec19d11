package gate

import "sync"

// Grid changes rows and columns under one outer lock, so their order does not matter.
type Grid struct {
	change sync.Mutex
	rows   struct {
		sync.Mutex
		n int
	}
	columns struct {
		sync.Mutex
		n int
	}
}

func (g *Grid) AddRow() {
	g.change.Lock()
	defer g.change.Unlock()
	g.rows.Lock()
	defer g.rows.Unlock()
	g.rows.n++
	g.columns.Lock()
	defer g.columns.Unlock()
	g.columns.n = max(g.columns.n, 1)
}

func (g *Grid) AddColumn() {
	g.change.Lock()
	g.widen()
	g.change.Unlock()
}

// widen is called with the change lock held.
func (g *Grid) widen() {
	g.columns.Lock()
	g.columns.n++
	g.rows.Lock()
	g.rows.n = max(g.rows.n, 1)
	g.rows.Unlock()
	g.columns.Unlock()
}
