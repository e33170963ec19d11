package office

// Exercise returns what is on loan.
func Exercise() {
	mine, other := &Office{}, &Office{}
	mine.Furnish(2)
	mine.Lend(other)
	other.Return()
}
