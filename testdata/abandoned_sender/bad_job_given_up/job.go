package jobgivenup

import (
	"errors"
	"time"
)

// Job is something that goes on in the background.
type Job struct {
	work  func() error
	ended chan error
}

// Start starts it.
func Start(work func() error) *Job {
	j := &Job{work: work}
	j.ended = make(chan error)
	go j.run()
	return j
}

func (j *Job) run() {
	if err := j.work(); err != nil {
		j.ended <- errors.Join(errors.New("job"), err) // want "this send blocks for ever where Wait has given up"
		return
	}
	j.ended <- nil
}

// Wait waits for a while.
func (j *Job) Wait(limit time.Duration) (ended bool, err error) {
	select {
	case err = <-j.ended:
		return true, err
	case <-time.After(limit):
		return false, nil
	}
}
