package good

// Run starts a program; what it returns waits for its end. Where it has not started there is no end to wait for: both
// goroutines look at the same error.
func Run(start, end func() error) (wait func() error, err error) {
	started, ended := make(chan error), make(chan error, 1)
	go func() {
		err := start()
		started <- err
		if err != nil {
			return
		}
		ended <- end()
	}()
	if err := <-started; err != nil {
		return nil, err
	}
	return func() error { return <-ended }, nil
}

// Ask asks a goroutine whether it has an answer, and for it only then.
func Ask(ready func() bool) int {
	is, answer := make(chan bool), make(chan int)
	go func() {
		if !ready() {
			is <- false
			return
		}
		is <- true
		answer <- 42
	}()
	if there := <-is; there {
		return <-answer
	}
	return 0
}
