package good

// Exercise plays it.
func Exercise() {
	numbers := make(chan int, 1)
	numbers <- 1
	_, _ = Answer(numbers)
}
