package good

// Exercise plays it.
func Exercise() {
	New().Sum([]func() int{func() int { return 1 }, func() int { return -1 }})
}
