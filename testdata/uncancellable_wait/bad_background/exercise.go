package bad

// Exercise plays it.
func Exercise() { open() }
