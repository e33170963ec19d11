package good

// Exercise plays it.
func Exercise() {
	s := open()
	s.cancel()
	<-s.closed
}
