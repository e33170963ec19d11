package display

// Exercise opens nothing.
func Exercise() {
	_ = Open("")
}
