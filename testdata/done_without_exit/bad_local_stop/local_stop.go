package localstop

import "time"

func Exercise() {
	halt := every(time.Millisecond, func() {})
	halt()
	time.Sleep(20 * time.Millisecond)
}

func every(d time.Duration, f func()) (halt func()) {
	over := make(chan struct{})
	go func() {
		beat := time.NewTicker(d)
		for {
			select {
			case <-over: // want "`case <-over` does not leave its loop"
				beat.Stop()
				break
			case <-beat.C:
				f()
			}
		}
	}()
	return func() { close(over) }
}
