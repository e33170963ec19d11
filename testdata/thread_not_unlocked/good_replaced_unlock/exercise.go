package tuner

// Exercise tunes in all ways.
func Exercise() {
	Tune(true, -1)
	Tune(false, 1)
	Retune(true)
	Retune(false)
}
