package mixer

// Exercise adds two samples.
func Exercise() {
	(&Mixer{}).Add(1, 2)
}
