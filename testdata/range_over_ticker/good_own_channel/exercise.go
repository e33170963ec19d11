package good

import "time"

// Exercise plays it.
func Exercise() {
	s := newStopwatch()
	go Watch(s, func(time.Time) {})
	s.Stop()
}
