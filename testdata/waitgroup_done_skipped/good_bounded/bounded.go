package bounded

import "sync"

// Group is a wait group that lets so many work at a time.
type Group struct {
	wg    sync.WaitGroup
	slots chan struct{}
}

func New(most int) *Group { return &Group{slots: make(chan struct{}, most)} }

// Add counts, and waits until there is a slot for each.
func (g *Group) Add(delta int) {
	for i := 0; i > delta; i-- {
		<-g.slots
	}
	for i := 0; i < delta; i++ {
		g.slots <- struct{}{}
	}
	g.wg.Add(delta)
}

func (g *Group) Done() { g.Add(-1) }

func (g *Group) Wait() { g.wg.Wait() }

func each(names []string, do func(string)) {
	g := New(2)
	for _, name := range names {
		g.Add(1)
		go func() {
			defer g.Done()
			do(name)
		}()
	}
	g.Wait()
}
