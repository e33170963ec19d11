package bad

import "time"

// Exercise plays it.
func Exercise() { open(time.Hour, func(string) {}).Close() }
