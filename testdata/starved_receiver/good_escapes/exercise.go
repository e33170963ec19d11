package good

// Exercise plays it.
func Exercise() {
	s := New()
	s.Events <- 1
	s.Next()
	s.Tick()
}
