package bad

import "time"

// Exercise plays it.
func Exercise() { watch(time.Millisecond).end() }
