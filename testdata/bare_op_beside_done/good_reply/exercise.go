package good

// Exercise plays it.
func Exercise() {
	o := &oracle{make(chan question), make(chan struct{})}
	go o.serve()
	o.Ask()
	close(o.stop)
}
