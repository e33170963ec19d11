package good

// Exercise plays it.
func Exercise() { start().Close() }
