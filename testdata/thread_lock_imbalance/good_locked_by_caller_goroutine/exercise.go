package relay

// Exercise relays one number.
func Exercise() {
	in := make(chan int, 1)
	in <- 1
	close(in)
	for range Start(in) {
	}
}
