package watch

type watcher struct {
	wake chan struct{}
	stop chan struct{}
}

func newWatcher() *watcher {
	return &watcher{wake: make(chan struct{}), stop: make(chan struct{})}
}

func (w *watcher) run(look func()) {
	defer close(w.wake)
	for {
		select {
		case <-w.wake:
			look()
		case <-w.stop:
			return
		}
	}
}

// isOver asks whether the channel is closed: a send on it panics then, and nobody needs to take it otherwise.
func (w *watcher) isOver() (over bool) {
	defer func() {
		if r := recover(); r == nil {
			over = false
		} else {
			over = true
		}
	}()
	select {
	case w.wake <- struct{}{}:
	default:
	}
	return false
}
