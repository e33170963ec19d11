package bad

// Exercise lets the load fail.
func Exercise() {
	_, _ = Read("")
}
