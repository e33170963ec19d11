package bad

// Exercise plays it.
func Exercise() { go Answer(func() int { return 1 }) }
