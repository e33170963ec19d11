package good

// Exercise plays it.
func Exercise() { Do(func() {}) }
