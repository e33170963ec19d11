package nestedloops

import "time"

func Exercise() {
	go six(func(int) {})
	go twice([]string{"a", ""}, func(string) {})
	time.Sleep(20 * time.Millisecond)
}
