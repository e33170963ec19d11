package tables

import "time"

// Exercise sells what is being priced anew.
func Exercise() {
	go often(func() { Sell("tea") })
	go often(func() { Reprice("tea", 3) })
	time.Sleep(300 * time.Millisecond)
}

func often(f func()) {
	for range 2_000_000 {
		f()
	}
}
