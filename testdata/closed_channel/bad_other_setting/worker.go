package bad

import "time"

// Worker asks for work now and then, without a pause where it is made to be quick.
type Worker struct {
	quick bool
	idle  bool
	limit int
}

type turns struct {
	*Worker
	skip chan struct{}
	pace *time.Ticker
}

// Loop works until the limit is reached.
func (w *Worker) Loop() {
	t := &turns{Worker: w, skip: make(chan struct{}, 1), pace: time.NewTicker(time.Millisecond)}
	defer t.pace.Stop()
	if w.quick {
		close(t.skip)
	}
	for range w.limit {
		select {
		case <-t.skip:
		case <-t.pace.C:
		}
		t.turn()
	}
}

func (t *turns) turn() {
	if t.idle {
		return
	}
	select { // want "panics where it comes after the close"
	case t.skip <- struct{}{}: // blocks here
	default:
	}
}
