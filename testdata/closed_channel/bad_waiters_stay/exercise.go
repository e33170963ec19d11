package waitersstay

func Exercise() {
	o := &oracle{waiters: map[int][]chan struct{}{}}
	o.wait(1)
	numbers := make(chan int, 2)
	numbers <- 1
	numbers <- 2
	close(numbers)
	o.serve(numbers)
}
