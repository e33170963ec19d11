package boundedonly

import "sync"

// Group is a wait group that lets so many work at a time.
type Group struct {
	wg    sync.WaitGroup
	slots chan struct{}
}

func New(most int) *Group { return &Group{slots: make(chan struct{}, most)} }

func (g *Group) add(delta int) {
	for range delta {
		g.slots <- struct{}{}
	}
	g.wg.Add(delta)
}

// done gives the slot back, and forgets to count.
func (g *Group) done() { <-g.slots }

func (g *Group) wait() {
	g.wg.Wait() // want "nothing calls Done"
}

func each(names []string, do func(string)) {
	g := New(2)
	for _, name := range names {
		g.add(1)
		go func() {
			defer g.done()
			do(name)
		}()
	}
	g.wait()
}
