package sandbox

// Exercise runs a function there and back.
func Exercise() {
	_ = Do(0, 1, func() error { return nil })
}
