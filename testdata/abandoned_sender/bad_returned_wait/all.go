package bad

// All starts n goroutines; what it returns waits for the first error, and leaves the other goroutines behind.
func All(n int, task func() error) (wait func() error) {
	errs := make(chan error)
	for range n {
		go func() { errs <- task() }() // want "nobody receives what it sends on `errs`"
	}
	wait = func() error {
		for range n {
			if err := <-errs; err != nil {
				return err
			}
		}
		return nil
	}
	return wait
}
