package good

// Exercise plays it.
func Exercise() { Collect([]int{1, 2}) }
