package good

// Exercise plays it.
func Exercise() {
	in := make(chan int, 1)
	in <- 1
	close(in)
	Gather(in, func([]int) {})
}
