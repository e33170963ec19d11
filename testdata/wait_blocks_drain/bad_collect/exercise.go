package bad

// Exercise plays it.
func Exercise() { go Lengths([]string{"a", "bc"}) }
