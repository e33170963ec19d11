package twogostatements

import "time"

func Exercise() {
	r := start()
	time.Sleep(20 * time.Millisecond)
	r.Stop()
	time.Sleep(20 * time.Millisecond)
}
