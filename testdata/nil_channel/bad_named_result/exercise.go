package namedresult

import "time"

func Exercise() {
	ticks(3)
	time.Sleep(20 * time.Millisecond)
}
