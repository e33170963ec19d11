package bad

// Exercise plays it.
func Exercise() {
	_ = Store([]int{1, 2, 3}, nil)
	_ = Store([]int{1}, func() error { return errFlush })
}
