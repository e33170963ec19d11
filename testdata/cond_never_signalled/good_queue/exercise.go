package queue

import "time"

func Exercise() {
	q := newQueue()
	go q.take()
	time.Sleep(20 * time.Millisecond)
	q.put("late")
}
