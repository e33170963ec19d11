package mode

// Exercise runs nothing.
func Exercise() {
	With(func() {})
}
