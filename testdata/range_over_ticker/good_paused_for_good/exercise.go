package good

// Exercise plays it.
func Exercise() { light(func() {}) }
