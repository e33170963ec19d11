package bad

// Exercise succeeds.
func Exercise() {
	_ = Steps(func(string) {}, []func() error{func() error { return nil }})
}
