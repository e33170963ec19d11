package good

import "time"

// Exercise plays it.
func Exercise() { open(time.Millisecond, func(string) {}) }
