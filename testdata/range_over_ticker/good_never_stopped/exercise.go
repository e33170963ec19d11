package good

// Exercise plays it.
func Exercise() { go Beat(func() {}) }
