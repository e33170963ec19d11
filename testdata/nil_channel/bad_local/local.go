package local

import "errors"

// first returns the error of a task that runs beside the caller.
func first(task func() bool) error {
	var failed chan error
	go func() {
		if !task() {
			failed <- errors.New("task failed") // want "this send blocks for ever: `failed` is nil"
			return
		}
		failed <- nil
	}()
	return <-failed
}
