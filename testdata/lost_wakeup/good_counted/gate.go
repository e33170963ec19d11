package counted

import "sync/atomic"

type gate struct {
	open          chan struct{}
	missed, heard atomic.Int64
}

func (g *gate) knock() {
	select {
	case g.open <- struct{}{}:
	default:
		g.missed.Add(1)
	}
}

func (g *gate) pass() {
	<-g.open
	g.heard.Add(1)
}
