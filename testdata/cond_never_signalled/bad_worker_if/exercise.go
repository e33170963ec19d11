package workerif

import "time"

func Exercise() {
	s := newScheduler()
	go s.work()
	go s.work()
	time.Sleep(20 * time.Millisecond)
	s.add(func() {})
	time.Sleep(20 * time.Millisecond)
}
