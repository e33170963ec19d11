package settonil

type watcher struct {
	events chan string
}

func watch() *watcher { return &watcher{events: make(chan string, 1)} }

func (w *watcher) stop() {
	if w.events != nil {
		close(w.events)
		w.events = nil
	}
}

func once(w *watcher, f func(string) error) error {
	defer w.stop()
	w.events <- "start"
	if err := f(<-w.events); err != nil {
		w.stop()
		return err
	}
	return nil
}
