package good

// Exercise plays it.
func Exercise() { Find([]int{1, 2, 3}) }
