package toldbeforewait

import "sync"

// run has a worker that leaves early when it is told to, which may be before the wait is over.
func run(steps []func(), stop <-chan bool) {
	var all sync.WaitGroup
	done := make(chan struct{})
	all.Add(1)
	go func() {
		for _, step := range steps {
			select {
			case <-done:
				return
			default:
			}
			step()
		}
		all.Done()
	}()
	if <-stop {
		close(done)
	}
	all.Wait() // want "`all.Wait\\(\\)` never returns"
}

// give closes on one way before the wait, on the other one after it.
func give(step func(), early bool) {
	var all sync.WaitGroup
	over := make(chan struct{})
	all.Add(1)
	go func() {
		select {
		case <-over:
			return
		default:
		}
		step()
		all.Done()
	}()
	if early {
		close(over)
	}
	all.Wait() // want "`all.Wait\\(\\)` never returns"
	if !early {
		close(over)
	}
}
