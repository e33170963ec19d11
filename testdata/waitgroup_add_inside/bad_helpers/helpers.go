package helpers

import s "sync"

type tracker struct {
	running s.WaitGroup
}

func (t *tracker) begin() {
	t.running.Add(1) // want "may come after `t.running.Wait` has returned"
}

func (t *tracker) end() {
	t.running.Done()
}

func (t *tracker) flush(write func()) {
	t.begin()
	defer t.end()
	write()
}

func (t *tracker) background(write func()) {
	go t.flush(write)
}

func (t *tracker) close() {
	t.running.Wait()
}
