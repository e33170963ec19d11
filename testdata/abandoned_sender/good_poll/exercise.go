package good

import "time"

// Exercise plays both.
func Exercise() {
	slow := func() int { time.Sleep(10 * time.Millisecond); return 1 }
	Watch(slow, func() {})
	First(slow)
}
