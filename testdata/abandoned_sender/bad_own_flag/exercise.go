package bad

import "time"

// Exercise plays it.
func Exercise() {
	_ = Try(func() error { time.Sleep(20 * time.Millisecond); return nil }, time.Millisecond)
}
