package queue

import (
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	q := newQueue()
	busy, release := make(chan struct{}, 10), make(chan struct{})
	go q.run(func(string) { busy <- struct{}{}; <-release })
	for len(busy) == 0 {
		q.push("first")
		time.Sleep(time.Millisecond)
	}
	q.push("while busy")
	close(release)
	time.Sleep(100 * time.Millisecond)
	q.mu.Lock()
	defer q.mu.Unlock()
	prove.Count("jobs left behind", len(q.jobs))
}
