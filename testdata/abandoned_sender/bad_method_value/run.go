package bad

import "context"

type runner struct {
	name string
	out  chan string
}

type option func(*runner)

func newRunner(name string, options ...option) *runner {
	r := &runner{name: name, out: make(chan string)}
	for _, set := range options {
		set(r)
	}
	return r
}

func (r *runner) run(work func(string) string) {
	r.out <- work(r.name) // want "nobody receives what it sends on `r.out`|nobody receives what it sends on `out`"
}

// Run gives up when the context ends.
func Run(ctx context.Context, name string, work func(string) string) (out string, err error) {
	r := newRunner(name)
	start := r.run
	go start(work)
	select {
	case <-ctx.Done():
		err = context.Cause(ctx)
	case out = <-r.out:
	}
	return
}
