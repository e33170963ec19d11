// Package workers limits how much is done at one time.
package workers

// Workers are a number of them.
type Workers struct{ free chan struct{} }

// New returns so many.
func New(n int) *Workers { return &Workers{make(chan struct{}, n)} }

// Take waits for a free one.
func (w *Workers) Take() { w.free <- struct{}{} }

// Give says that one is free again.
func (w *Workers) Give() { <-w.free }

// Wait waits until all are free.
func (w *Workers) Wait() {
	for range cap(w.free) {
		w.Take()
	}
	for range cap(w.free) {
		w.Give()
	}
}
