package bad

import "sync"

// firstError has room for one error, and takes one.
func firstError(items []string, handle func(string) error) error {
	errs := make(chan error, 1)
	var running sync.WaitGroup
	for _, item := range items {
		running.Add(1)
		go func() {
			defer running.Done()
			if err := handle(item); err != nil {
				errs <- err // want "nobody receives what it sends on `errs`"
			}
		}()
	}
	done := make(chan struct{})
	go func() {
		running.Wait()
		close(done)
	}()
	select {
	case err := <-errs:
		return err
	case <-done:
		return nil
	}
}
