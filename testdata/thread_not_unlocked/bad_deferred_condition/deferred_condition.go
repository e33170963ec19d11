package audit

import (
	"errors"
	"runtime"
)

// Run runs task with its own audit id, which belongs to the thread.
func Run(task func() error) (err error) {
	runtime.LockOSThread() // want "Run locks"
	defer func() {
		if err == nil {
			runtime.UnlockOSThread()
		}
	}()
	if task == nil {
		return errors.New("no task")
	}
	return task()
}
