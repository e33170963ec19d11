package good

// Exercise plays it.
func Exercise() {
	b := newBus()
	go b.serve(func(string) {}, 2)
	b.Later("a")
	b.Later("b")
	close(b.stop)
	<-b.ended
}
