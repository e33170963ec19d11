package good

import "time"

// Exercise plays it.
func Exercise() { Run(time.Millisecond, true) }
