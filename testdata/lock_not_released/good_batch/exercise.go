package batch

// Exercise writes good and empty records, twice, with and without the lock.
func Exercise() {
	for _, solo := range []bool{false, true} {
		s := &Sink{solo: solo}
		for range 2 {
			s.Write("a", "b")
			s.Write("a", "")
		}
	}
}
