package bad

import "time"

// Exercise plays it.
func Exercise() {
	defer time.Sleep(50 * time.Millisecond)
	Scan([]string{"a", "b", "c"}, 2, func(host string) int { time.Sleep(5 * time.Millisecond); return len(host) })
}
