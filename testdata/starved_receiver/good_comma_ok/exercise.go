package good

// Exercise plays it.
func Exercise() { Sum([]int{1, 2, 3}) }
