package bad

import (
	"errors"
	"time"
)

type job struct {
	task   func() error
	result chan error
}

func newJob(task func() error) *job {
	j := new(job)
	j.task = task
	j.result = make(chan error)
	return j
}

func (j *job) run() {
	j.result <- j.task() // want "nobody receives what it sends on"
}

func within(limit time.Duration, task func() error) error {
	j := newJob(task)
	go j.run()
	select {
	case err := <-j.result:
		return err
	case <-time.After(limit):
		return errors.New("too late")
	}
}
