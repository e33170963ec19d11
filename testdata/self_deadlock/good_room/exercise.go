package good

// Exercise plays it.
func Exercise() { Swap(1) }
