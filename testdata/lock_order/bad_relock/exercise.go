package relock

import "time"

// Exercise writes from two goroutines.
func Exercise() {
	l := &Log{}
	go often(func() { l.Write([]byte("0123456789abcdefg")) })
	go often(func() { l.Write([]byte("0123456789abcdefg")) })
	time.Sleep(300 * time.Millisecond)
}

func often(f func()) {
	for range 2_000_000 {
		f()
	}
}
