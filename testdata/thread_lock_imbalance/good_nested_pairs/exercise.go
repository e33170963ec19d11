package shapes

// Exercise draws twice.
func Exercise() {
	Draw(true)
	Draw(false)
}
