package good

// Exercise plays it.
func Exercise() {
	b := newBus()
	go b.serve(func(string) {})
	close(b.stop)
	<-b.ended
	b.Later("down")
}
