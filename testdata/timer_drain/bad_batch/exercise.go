package bad

// Exercise plays it.
func Exercise() { go Gather(make(chan int), func([]int) {}) }
