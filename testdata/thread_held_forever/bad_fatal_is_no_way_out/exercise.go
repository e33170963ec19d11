package relay

// Exercise relays one number.
func Exercise() {
	in, out := make(chan int), make(chan int)
	Relay(in, out)
	in <- 1
	<-out
}
