package leaves

// A panic is a way out that runs what was deferred.
func drain(next func() bool, open func() func()) {
	for {
		defer open()()
		if !next() {
			break
		}
	}
	panic("drained")
}
