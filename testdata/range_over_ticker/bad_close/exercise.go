package bad

// Exercise plays it.
func Exercise() { newReporter(func() {}).Close() }
