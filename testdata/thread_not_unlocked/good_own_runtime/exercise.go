package simulator

// Exercise steps twice.
func Exercise() {
	Step(0)
	Step(1)
}
