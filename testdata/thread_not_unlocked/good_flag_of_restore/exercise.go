package netdo

// Exercise runs nothing elsewhere.
func Exercise() {
	_ = In(0, 1, func() {})
}
