// Package good keeps a view of something fresh.
package good

// Keep refreshes the view on every change, and takes the last refresh before it ends.
func Keep(changed <-chan struct{}, quit <-chan struct{}, refresh func() int) int {
	fresh := make(chan int)
	latest, running, done := 0, false, false
	for !done || running {
		if !running && !done {
			running = true
			go func() { fresh <- refresh() }()
		}
		select {
		case <-changed:
		case latest = <-fresh:
			running = false
		case <-quit:
			done, quit = true, nil
		}
	}
	return latest
}

// Drain ends by a flag, and waits for what it has started after that.
func Drain(jobs <-chan string, quit <-chan struct{}, work func(string) error) (failed int) {
	results := make(chan error)
	started, stopped := 0, false
	for !stopped {
		select {
		case job := <-jobs:
			started++
			go func() { results <- work(job) }()
		case <-quit:
			stopped = true
		}
	}
	for range started {
		if <-results != nil {
			failed++
		}
	}
	return failed
}
