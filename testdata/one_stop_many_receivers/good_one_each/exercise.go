package oneeach

func Exercise() {
	run(3, make(chan int), func(jobs chan<- int) { jobs <- 1 })
}
