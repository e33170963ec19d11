package good

import "time"

// Exercise plays it.
func Exercise() {
	wake := make(chan bool, 2)
	wake <- true
	wake <- false
	Idle(wake, time.Hour)
}
