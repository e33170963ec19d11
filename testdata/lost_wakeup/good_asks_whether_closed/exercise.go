package good

import "golintsched.test/cases/prove"

// Exercise plays it.
func Exercise() {
	l := &Latch{open: make(chan struct{})}
	gone := make(chan struct{})
	go func() {
		defer close(gone)
		l.Wait()
	}()
	close(l.open)
	l.MustBeOpen()
	<-gone
	prove.Count("waiters that nobody has woken", 0)
}
