package handler

import "context"

type handler struct {
	changes chan int
	ctx     context.Context
	total   int

	// Used by tests, which take from it.
	processed chan int
}

func newHandler(ctx context.Context) *handler {
	return &handler{changes: make(chan int), ctx: ctx}
}

func (h *handler) run() {
	for {
		select {
		case change := <-h.changes:
			h.process(change)
		case <-h.ctx.Done():
			return
		}
	}
}

func (h *handler) process(change int) {
	h.total += change
	if h.processed != nil {
		h.processed <- change
	}
}
