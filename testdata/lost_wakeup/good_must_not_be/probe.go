package probes

type gate struct {
	open chan struct{}
	shut chan struct{}
}

func (g *gate) pass() bool {
	select {
	case <-g.open:
		return true
	case <-g.shut:
		return false
	}
}

// mustBeIdle asks whether somebody stands at the gate; if it wakes somebody, something is wrong.
func (g *gate) mustBeIdle() {
	select {
	case g.open <- struct{}{}:
		panic("somebody stands at the gate")
	default:
	}
}
