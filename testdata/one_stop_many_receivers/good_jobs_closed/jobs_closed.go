package jobsclosed

func run(n int, values []int, do func(int)) {
	jobs := make(chan int)
	flush := make(chan struct{}, 1)
	for range n {
		go func() {
			for {
				select {
				case j, ok := <-jobs:
					if !ok {
						return
					}
					do(j)
				case <-flush:
					do(0)
					return
				}
			}
		}()
	}
	for _, v := range values {
		jobs <- v
	}
	flush <- struct{}{}
	close(jobs)
}
