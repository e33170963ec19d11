package hook

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
	for h.ctx.Err() == nil {
		select {
		case <-h.ctx.Done():
			return
		case change := <-h.changes:
			h.total += change
			if h.processed != nil {
				h.processed <- change
			}
		}
	}
}
