package quit

type job func()

// process runs the jobs in n workers and stops them at the end.
func process(jobs chan job, n int, run func(chan<- job)) {
	quit := make(chan struct{})
	for range n {
		go func() {
			for {
				select { // want "only one goroutine is stopped: `quit <- …` is sent once"
				case j := <-jobs:
					j()
				case <-quit:
					return
				}
			}
		}()
	}
	run(jobs)
	quit <- struct{}{}
}
