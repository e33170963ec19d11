package video

// Exercise decodes in both ways.
func Exercise() {
	Decode(3, true)
	Decode(3, false)
}
