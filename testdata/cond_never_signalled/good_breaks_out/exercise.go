package breaksout

import "time"

func Exercise() {
	l := newLimiter(1)
	l.acquire()
	go l.acquire()
	go l.acquire()
	time.Sleep(20 * time.Millisecond)
	l.release()
	l.close()
}
