package pool

import "time"

func Exercise() {
	use([]func(){func() {}})
	time.Sleep(20 * time.Millisecond)
}
