package ask

import "time"

// Exercise asks somebody who is slow.
func Exercise() {
	slow := func() int {
		time.Sleep(50 * time.Millisecond)
		return 1
	}
	_, _ = First(slow, time.Millisecond)
	time.Sleep(100 * time.Millisecond)
}
