package ownchanneleach

type worker struct {
	in   chan string
	quit chan struct{}
	next *worker
}

func (w *worker) run() {
	for {
		select {
		case <-w.in:
		case <-w.quit:
			return
		}
	}
}

func chain(n int) *worker {
	var first *worker
	for range n {
		w := &worker{in: make(chan string), quit: make(chan struct{}), next: first}
		go w.run()
		first = w
	}
	return first
}

func (w *worker) stopAll() {
	for each := w; each != nil; each = each.next {
		each.stop()
	}
}

func (w *worker) stop() { w.quit <- struct{}{} }
