package good

// Exercise plays it.
func Exercise() { Head([]int{1, 2, 3, 4}) }
