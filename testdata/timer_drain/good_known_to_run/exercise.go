package good

// Exercise plays it.
func Exercise() {
	join, leave := make(chan int), make(chan int)
	go Poll(join, leave, func() {})
	join <- 1
	leave <- 1
	close(join)
}
