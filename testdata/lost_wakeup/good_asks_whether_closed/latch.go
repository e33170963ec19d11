package good

// Latch is open once its channel is closed.
type Latch struct {
	open chan struct{}
}

// Wait returns when the latch is open.
func (l *Latch) Wait() { <-l.open }

// IsOpen tells whether it is: then the send panics.
func (l *Latch) IsOpen() (open bool) {
	defer func() { open = recover() != nil }()
	select {
	case l.open <- struct{}{}:
	default:
	}
	return false
}
