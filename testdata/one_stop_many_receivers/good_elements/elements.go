package elements

import "time"

func Exercise() {
	g := grid{cells: make([]cell, 3)}
	g.start()
	time.Sleep(20 * time.Millisecond)
	for i := range g.cells {
		g.cells[i].end()
	}
}

type cell struct {
	quit  chan struct{}
	turns int
}

type grid struct{ cells []cell }

func (g *grid) start() {
	for i := range g.cells {
		g.cells[i].quit = make(chan struct{})
	}
	for i := range g.cells {
		g.cells[i].run()
	}
}

func (c *cell) run() {
	go func() {
		for {
			select {
			case <-time.After(time.Hour):
				c.turns++
			case <-c.quit:
				return
			}
		}
	}()
}

func (c *cell) end() { c.quit <- struct{}{} }
