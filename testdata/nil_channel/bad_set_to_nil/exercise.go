package settonil

import "time"

func Exercise() {
	new(poller).poll(func() int { return 1 })
	time.Sleep(20 * time.Millisecond)
}
