package good

// Exercise plays it.
func Exercise() {
	l := &Latch{open: make(chan struct{})}
	go l.Wait()
	close(l.open)
	l.MustBeOpen()
}
