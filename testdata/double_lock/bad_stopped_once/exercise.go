package stoppedtwice

import "time"

func Exercise() {
	go Update(&Session{}, []string{"a", "b"})
	time.Sleep(20 * time.Millisecond)
}
