package sibling

import "context"

type relay struct {
	in     chan string
	failed chan error
	check  func(string) error
}

func newRelay(check func(string) error) *relay {
	return &relay{in: make(chan string), failed: make(chan error), check: check}
}

func (r *relay) pump(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case message := <-r.in:
			if err := r.check(message); err != nil {
				r.failed <- err // want "`r.failed <-` ignores ctx"
			}
		}
	}
}

func (r *relay) Start(ctx context.Context, report func(error)) {
	go r.pump(ctx)
	go r.collect(ctx, report)
}

func (r *relay) collect(ctx context.Context, report func(error)) {
	for {
		select {
		case err := <-r.failed:
			report(err)
		case <-ctx.Done():
			return
		}
	}
}
