package bad

import "sync"

// Spread hands the jobs to four workers, each of which gives up at a job that fails.
func Spread(jobs []int, do func(int) error) {
	queue := make(chan int)
	var group sync.WaitGroup
	for i := 0; i < 4; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			for job := range queue {
				if do(job) != nil {
					return
				}
			}
		}()
	}
	for _, job := range jobs {
		queue <- job // want "nobody receives what it sends on `queue`"
	}
	close(queue)
	group.Wait()
}
