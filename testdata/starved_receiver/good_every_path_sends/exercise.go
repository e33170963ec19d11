package good

// Exercise plays it.
func Exercise() { _, _ = Size(func() (int, error) { return 1, nil }) }
