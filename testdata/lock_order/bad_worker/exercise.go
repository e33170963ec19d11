package worker

import "time"

// Exercise asks for a report while the worker runs.
func Exercise() {
	q := New()
	q.Start()
	go often(func() { q.Push(Job{}) })
	go often(func() { q.Report() })
	time.Sleep(300 * time.Millisecond)
}

func often(f func()) {
	for range 2_000_000 {
		f()
	}
}
