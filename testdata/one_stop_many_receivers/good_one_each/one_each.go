package oneeach

func work(jobs <-chan int, quit <-chan struct{}, do func(int)) {
	for {
		select {
		case j := <-jobs:
			do(j)
		case <-quit:
			return
		}
	}
}

func run(n int, jobs chan int, feed func(chan<- int)) {
	quit := make(chan struct{})
	for range n {
		go work(jobs, quit, func(int) {})
	}
	feed(jobs)
	for range n {
		quit <- struct{}{}
	}
}
