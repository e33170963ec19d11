package good

// Exercise plays it.
func Exercise() {
	in := make(chan int)
	NewCache().Follow(in)
	in <- 1
	close(in)
}
