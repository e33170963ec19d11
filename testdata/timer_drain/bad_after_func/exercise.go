package bad

import "time"

// Exercise plays it.
func Exercise() { go Do(func() { time.Sleep(20 * time.Millisecond) }, func() {}) }
