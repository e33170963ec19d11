package good

import "time"

// Exercise plays it.
func Exercise() {
	stop := make(chan struct{})
	close(stop)
	_ = run(stop, func() error {
		time.Sleep(10 * time.Millisecond)
		return nil
	})
	time.Sleep(20 * time.Millisecond)
}
