package packagevariables

import "time"

func Exercise() {
	go resolve([]string{"a"})
	time.Sleep(50 * time.Millisecond)
}
