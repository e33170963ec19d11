package ring

import "time"

// Exercise runs the three stages at once.
func Exercise() {
	r := &Runner{}
	go often(r.Parse)
	go often(r.Check)
	go often(r.Store)
	time.Sleep(300 * time.Millisecond)
}

func often(f func()) {
	for range 2_000_000 {
		f()
	}
}
