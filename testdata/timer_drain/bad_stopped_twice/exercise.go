package bad

import "time"

// Exercise plays it.
func Exercise() {
	wake := make(chan struct{}, 1)
	wake <- struct{}{}
	go Idle(wake, time.Hour)
}
