package jobtaken

import (
	"context"
	"time"
)

// Job can be waited for without a limit.
type Job struct{ ended chan error }

// Start starts it.
func Start(work func() error) *Job {
	j := &Job{ended: make(chan error)}
	go func() { j.ended <- work() }()
	return j
}

// Wait waits for a while.
func (j *Job) Wait(limit time.Duration) bool {
	select {
	case <-j.ended:
		return true
	case <-time.After(limit):
		return false
	}
}

// Join waits until it has ended.
func (j *Job) Join() error { return <-j.ended }

// Task is waited for again and again.
type Task struct{ result chan int }

func begin(work func() int) *Task {
	t := &Task{result: make(chan int)}
	go func() { t.result <- work() }()
	return t
}

func (t *Task) poll(ctx context.Context) (int, bool) {
	ctx, cancel := context.WithTimeout(ctx, time.Millisecond)
	defer cancel()
	select {
	case n := <-t.result:
		return n, true
	case <-ctx.Done():
		return 0, false
	}
}

// Run polls a task until it has ended.
func Run(ctx context.Context, work func() int) int {
	t := begin(work)
	for {
		if n, ok := t.poll(ctx); ok {
			return n
		}
	}
}

// Feed gives one value after the other: whoever gave up takes the next one.
type Feed struct {
	values chan int
	stop   chan struct{}
}

// Open opens it.
func Open(values ...int) *Feed {
	f := &Feed{values: make(chan int), stop: make(chan struct{})}
	go f.run(values)
	return f
}

func (f *Feed) run(values []int) {
	for _, v := range values {
		f.values <- v
	}
}

// Next gives the next one.
func (f *Feed) Next(ctx context.Context) (int, error) {
	select {
	case v := <-f.values:
		return v, nil
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}
