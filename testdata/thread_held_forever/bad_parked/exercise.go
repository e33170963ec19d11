package keeper

// Exercise keeps two threads.
func Exercise() {
	Keep(2)
}
