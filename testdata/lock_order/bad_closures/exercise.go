package closures

import "time"

// Exercise balances two heaps.
func Exercise() {
	Balance(2_000_000)
	time.Sleep(300 * time.Millisecond)
}
