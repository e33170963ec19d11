package bad

import "time"

// Exercise plays it.
func Exercise() { go Pulse(time.Millisecond, make(chan struct{}), func() {}) }
