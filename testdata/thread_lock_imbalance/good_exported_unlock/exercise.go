package glthread

// Exercise acquires and releases.
func Exercise() {
	Acquire()
	Release()
}
