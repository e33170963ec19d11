package lookedbeforelock

import "time"

func Exercise() {
	q := newQueue(1)
	q.put("a")
	q.mu.Lock()
	for range 2 {
		go q.take()
	}
	time.Sleep(20 * time.Millisecond) // both have looked
	q.mu.Unlock()
	time.Sleep(20 * time.Millisecond)
	go q.put("b")
	late := newQueue(1)
	go late.takeLate()
	time.Sleep(20 * time.Millisecond)
	go late.put("c")
	time.Sleep(20 * time.Millisecond)
}
