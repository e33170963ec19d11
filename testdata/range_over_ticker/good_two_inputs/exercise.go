package good

// Exercise plays it.
func Exercise() {
	in := make(chan int)
	stop := Gather(in, func([]int) {})
	stop()
	close(in)
}
