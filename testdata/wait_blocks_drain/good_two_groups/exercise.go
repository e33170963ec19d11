package good

// Exercise plays it.
func Exercise() { Pipe([]int{1, 2, 3}) }
