package bad

// Exercise plays it.
func Exercise() { Watch(func() {}) }
