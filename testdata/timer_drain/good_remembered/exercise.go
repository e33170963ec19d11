package good

import "time"

// Exercise plays it.
func Exercise() {
	in := make(chan int)
	go Gather(in, func([]int) {})
	time.Sleep(20 * time.Millisecond)
	in <- 1
	close(in)
}
