package openedtoread

import "time"

func Exercise() {
	go func() { _ = swap(&Page{}, "a") }()
	time.Sleep(20 * time.Millisecond)
}
