package good

// Latch is open once its channel is closed.
type Latch struct {
	open chan struct{}
}

// Wait returns when the latch is open.
func (l *Latch) Wait() { <-l.open }

// MustBeOpen panics where it is not: nobody waits, and the send does not find the channel closed.
func (l *Latch) MustBeOpen() {
	defer func() {
		if recover() == nil {
			panic("the latch is shut")
		}
	}()
	select {
	case l.open <- struct{}{}:
	default:
	}
}
