// Package good closes a channel only where it is given one.
package good

// Poll does its work at once, or lets the caller know by closing done.
func Poll(once func() int, done chan<- struct{}) int {
	if done == nil {
		return once()
	}
	go func() {
		once()
		close(done)
	}()
	return 0
}

// Wait returns once the work is done.
func Wait(once func() int) {
	done := make(chan struct{})
	Poll(once, done)
	<-done
}

// Now does the work at once.
func Now(once func() int) int { return Poll(once, nil) }
