package bad

// Exercise plays it.
func Exercise() {
	go func() { _ = (&Service{}).Run() }()
}
