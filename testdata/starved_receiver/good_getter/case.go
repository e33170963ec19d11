package good

type gate struct {
	open chan struct{}
}

// Opener lets others close the gate's channel.
func (g *gate) Opener() chan<- struct{} { return g.open }

// Pass waits for them.
func (g *gate) Pass() { <-g.open }
