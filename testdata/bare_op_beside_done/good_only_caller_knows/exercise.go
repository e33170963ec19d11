package good

// Exercise plays it.
func Exercise() {
	b := newBus()
	go b.serve(func(string) {})
	b.Publish("up")
	close(b.stop)
	<-b.ended
}
