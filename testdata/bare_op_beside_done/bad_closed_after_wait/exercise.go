package closedafterwait

import "time"

func Exercise() {
	r := newRelay()
	go r.serve(func(string) error { time.Sleep(10 * time.Millisecond); return nil })
	r.feed([]string{"a", "b", "c", "d"})
	go r.close() // blocks here

	l := newLedger()
	go l.keep(func() bool { return false })
	close(l.stop)
	<-l.ended
	go l.Enter(1)
}
