package passedon

// loop hands the signal on to the next one before it leaves.
func loop(jobs <-chan int, quit chan struct{}, do func(int)) {
	for {
		select {
		case j := <-jobs:
			do(j)
		case <-quit:
			quit <- struct{}{}
			return
		}
	}
}

func run(n int, jobs chan int) {
	quit := make(chan struct{}, 1)
	for range n {
		go loop(jobs, quit, func(int) {})
	}
	quit <- struct{}{}
}
