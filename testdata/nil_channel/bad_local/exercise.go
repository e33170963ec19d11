package local

import "time"

func Exercise() {
	go first(func() bool { return false })
	time.Sleep(20 * time.Millisecond)
}
