package good

// Exercise plays it.
func Exercise() { newReporter(func() {}).Close() }
