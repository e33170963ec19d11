package bad

import "time"

// Exercise plays it.
func Exercise() {
	r := &retry{timer: time.NewTimer(time.Millisecond), stop: make(chan struct{})}
	go r.Do(func() bool { return false })
}
