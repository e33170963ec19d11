package good

type worker struct {
	stop chan struct{}
	done chan struct{}
	tick chan int
}

func start() *worker {
	w := &worker{make(chan struct{}), make(chan struct{}), make(chan int)}
	go w.run()
	return w
}

func (w *worker) run() {
	defer close(w.done)
	for {
		select {
		case <-w.stop:
			return
		case n := <-w.tick:
			_ = n
		}
	}
}

// Close waits bare for the end, which a close tells.
func (w *worker) Close() {
	close(w.stop)
	<-w.done
}
