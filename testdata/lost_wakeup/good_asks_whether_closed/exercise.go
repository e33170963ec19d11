package good

// Exercise plays it.
func Exercise() {
	l := &Latch{open: make(chan struct{})}
	go func() { <-l.open }()
	l.IsOpen()
	close(l.open)
	l.IsOpen()
}
