package tracing

// Exercise traces nothing.
func Exercise() {
	_ = Trace(0)
	_ = Trace(1)
	_ = Follow(0)
}
