// Package job keeps what the jobs have in common.
package job

import "sync"

// State is what every job may change.
type State struct {
	sync.Mutex
	Done map[string]bool
}

// Job is one job.
type Job struct {
	*State
	Name string
}

// New returns a job of its own.
func New(name string) *Job {
	return &Job{State: &State{Done: map[string]bool{}}, Name: name}
}
