package getter

import "time"

func Exercise() {
	f := newFeed()
	go f.next(0)
	time.Sleep(20 * time.Millisecond)
	publish(f, f.cond())
}
