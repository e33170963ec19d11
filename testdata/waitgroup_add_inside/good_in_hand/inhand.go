package inhand

import "sync"

type worker struct {
	inHand sync.WaitGroup
	jobs   chan func()
}

func (w *worker) run() {
	for job := range w.jobs {
		w.inHand.Add(1) // wantlow "may come after"
		job()
		w.inHand.Done()
	}
}

func (w *worker) start() {
	go w.run()
}

// settle waits for the job in hand, not for those that are queued.
func (w *worker) settle() {
	w.inHand.Wait()
}
