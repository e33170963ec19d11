package bad

// Exercise plays it.
func Exercise() {
	defer func() { _ = recover() }()
	(&Worker{quick: true, limit: 3}).Loop()
}
