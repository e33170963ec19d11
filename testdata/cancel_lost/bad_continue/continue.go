package drain

import (
	"context"
	"time"
)

type job struct {
	name string
	skip bool
}

type queue struct {
	jobs []job
	run  func(ctx context.Context, name string) error
}

func (q *queue) drain(parent context.Context) (failed int) {
	for _, j := range q.jobs {
		ctx, cancel := context.WithDeadline(parent, time.Now().Add(time.Minute)) // want "`cancel` is replaced|without calling `cancel`"
		if err := q.run(ctx, j.name); err != nil {
			failed++
			continue
		}
		cancel()
	}
	return failed
}
