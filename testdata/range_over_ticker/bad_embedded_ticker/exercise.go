package bad

// Exercise plays it.
func Exercise() { During(func() {}) }
