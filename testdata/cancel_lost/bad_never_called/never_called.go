package watch

import "context"

type event struct{ name string }

// First returns the first event that source gives.
func First(parent context.Context, source func(context.Context, chan<- event)) event {
	ctx, stop := context.WithCancelCause(parent) // want "`stop` is never called in First"
	if stop == nil {
		return event{}
	}
	events := make(chan event, 1)
	go source(ctx, events)
	return <-events
}
