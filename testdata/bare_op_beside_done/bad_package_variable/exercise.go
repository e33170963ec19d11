package bad

// Exercise plays it.
func Exercise() {
	go follow(func(int) {})
	report(1)
	close(stopped)
	<-left
	go finish(2)
}
