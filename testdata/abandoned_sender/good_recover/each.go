// Package good runs jobs that may panic.
package good

// Each says whether all jobs came to their end; a job that panics answers once, like the others.
func Each(jobs []func()) bool {
	done := make(chan bool, len(jobs))
	for _, job := range jobs {
		go func() {
			defer func() {
				if problem := recover(); problem != nil {
					done <- false
				}
			}()
			job()
			done <- true
		}()
	}
	for range jobs {
		if !<-done {
			return false
		}
	}
	return true
}
