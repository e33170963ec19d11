package severalclosers

import "time"

func Exercise() {
	squares([]int{1, 2, 3})
	time.Sleep(50 * time.Millisecond)
}
