package good

// Find tells the producer when it has had enough.
func Find(all []int) int {
	done := make(chan struct{})
	defer close(done)
	out := make(chan int)
	go func() {
		defer close(out)
		for _, one := range all {
			select {
			case out <- one:
			case <-done:
				return
			}
		}
	}()
	for one := range out {
		if one > 1 {
			return one
		}
	}
	return -1
}
