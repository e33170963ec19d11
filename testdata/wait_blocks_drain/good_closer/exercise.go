package good

// Exercise plays it.
func Exercise() { Lengths([]string{"a", "bc"}) }
