package buffered

import (
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	q := newQueue()
	go q.run()
	for range 1000 {
		q.push(1)
	}
	time.Sleep(100 * time.Millisecond)
	q.mu.Lock()
	defer q.mu.Unlock()
	prove.Count("jobs left behind", len(q.jobs))
	close(q.wake)
}
