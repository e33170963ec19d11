package bad

import "time"

// Exercise plays it.
func Exercise() { go Guess(nil, time.Millisecond) }
