package bad

// Exercise plays it.
func Exercise() {
	Open(3, func() int { return 1 })
}
