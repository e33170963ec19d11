package good

import "time"

// Exercise plays it.
func Exercise() {
	_ = Try(func() error { return nil }, time.Second)
	_ = Try(func() error { time.Sleep(20 * time.Millisecond); return nil }, time.Millisecond)
	time.Sleep(30 * time.Millisecond)
}
