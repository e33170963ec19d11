package good

import "time"

// Exercise plays it.
func Exercise() {
	stop := make(chan struct{})
	tries := 0
	r := &retry{timer: time.NewTimer(time.Millisecond), stop: stop}
	_ = r.Do(func() bool { tries++; return tries == 2 })
	close(stop)
	r = &retry{timer: time.NewTimer(time.Hour), stop: stop}
	_ = r.Do(func() bool { return false })
}
