package guard

// Exercise closes what it opened.
func Exercise() {
	_ = New().Close()
}
