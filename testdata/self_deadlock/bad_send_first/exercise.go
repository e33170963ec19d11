package bad

// Exercise plays it.
func Exercise() { go Swap(1) }
