package acquire

import "time"

// Exercise looks for what is being appended.
func Exercise() {
	s := New()
	go often(func() { s.Append("a") })
	go often(func() { s.Find("a") })
	time.Sleep(300 * time.Millisecond)
}

func often(f func()) {
	for range 2_000_000 {
		f()
	}
}
