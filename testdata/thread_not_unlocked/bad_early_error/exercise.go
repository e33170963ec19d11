package dialog

// Exercise asks for a box without a display.
func Exercise() {
	_ = Show("", "hello")
}
