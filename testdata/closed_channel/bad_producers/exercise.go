package producers

import "time"

func Exercise() {
	merge(nil, make([]int, 500_000), make([]int, 500_000))
	time.Sleep(50 * time.Millisecond)
}
