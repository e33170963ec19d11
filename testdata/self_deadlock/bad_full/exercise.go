package bad

// Exercise plays it.
func Exercise() { go Two("a", "b") }
