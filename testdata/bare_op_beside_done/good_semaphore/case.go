package good

import "context"

type gate struct{ slots chan struct{} }

func newGate() *gate { return &gate{make(chan struct{})} }

func (g *gate) guard(ctx context.Context) {
	for {
		select {
		case g.slots <- struct{}{}:
			<-g.slots
		case <-ctx.Done():
			return
		}
	}
}

// Do takes a slot and gives it back.
func (g *gate) Do(task func()) {
	<-g.slots
	defer func() { g.slots <- struct{}{} }()
	task()
}
