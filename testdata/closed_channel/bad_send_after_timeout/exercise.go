package sendaftertimeout

import "time"

func Exercise() {
	slow := func() string {
		time.Sleep(20 * time.Millisecond)
		return "page"
	}
	fetch(slow, time.Millisecond)
	time.Sleep(100 * time.Millisecond)
}
