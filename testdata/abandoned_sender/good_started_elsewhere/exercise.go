package ask

import "time"

// Exercise asks somebody who is slow, and then two at once.
func Exercise() {
	slow := func() int {
		time.Sleep(50 * time.Millisecond)
		return 1
	}
	_, _ = First(slow, time.Millisecond)
	_ = Both(slow, slow)
}
