package good

// Exercise plays it.
func Exercise() {
	m := &machine{events: make(chan int), stop: make(chan struct{})}
	go m.loop()
	m.Emit(2)
	close(m.stop)
}
