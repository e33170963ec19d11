package bad

// Exercise plays it.
func Exercise() { go Sum([]int{1, -2}) }
