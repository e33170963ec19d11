package good

// Exercise plays it.
func Exercise() { Copy([]int{1, 2, 3}) }
