package bad

// Exercise plays it.
func Exercise() { AnyOpen(func(int) bool { return true }, 20, 25) }
