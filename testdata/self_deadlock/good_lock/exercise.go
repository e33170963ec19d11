package good

// Exercise plays it.
func Exercise() { Add([]int{1, 2}) }
