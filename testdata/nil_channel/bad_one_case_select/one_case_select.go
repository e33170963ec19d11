package onecaseselect

type worker struct {
	quit chan struct{}
	busy bool
}

func (w *worker) wait() {
	w.busy = true
	select { // want "this receive blocks for ever: `w.quit` is nil"
	case <-w.quit:
		w.busy = false
	}
}

func start() *worker {
	w := new(worker)
	go w.wait()
	return w
}
