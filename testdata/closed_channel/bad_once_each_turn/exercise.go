package bad

// Exercise plays it.
func Exercise() {
	defer func() { _ = recover() }()
	Open(3, func() int { return 1 })
}
