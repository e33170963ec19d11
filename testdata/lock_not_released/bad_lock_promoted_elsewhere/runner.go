// Package runner finishes jobs whose state is declared in another package.
package runner

import (
	"errors"

	"golintsched.test/cases/lock_not_released/bad_lock_promoted_elsewhere/job"
)

var errDone = errors.New("done before")

// Finish marks the job as done.
func Finish(one *job.Job) error {
	one.Lock() // want "Finish can return with one.State.Mutex locked"
	if one.Done[one.Name] {
		return errDone
	}
	one.Done[one.Name] = true
	one.Unlock()
	return nil
}
