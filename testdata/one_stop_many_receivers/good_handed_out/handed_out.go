package handedout

// Start returns the channel on which the caller stops the workers, one by one.
func Start(n int, jobs <-chan int, do func(int)) chan<- struct{} {
	quit := make(chan struct{}, 1)
	for range n {
		go func() {
			for {
				select {
				case j := <-jobs:
					do(j)
				case <-quit:
					return
				}
			}
		}()
	}
	quit <- struct{}{}
	return quit
}
