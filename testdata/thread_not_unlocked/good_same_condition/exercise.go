package gpu

// Exercise draws in both ways.
func Exercise() {
	Draw(&Options{ownThread: true}, 2)
	Draw(&Options{}, 2)
}
