package bad

import "time"

// Exercise plays it.
func Exercise() { Every(time.Millisecond, func(time.Time) {})() }
