package local

import "time"

func Exercise() {
	go tally([]string{"a", "b"})
	time.Sleep(50 * time.Millisecond)
}
