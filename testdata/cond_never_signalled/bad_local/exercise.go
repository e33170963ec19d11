package local

import "time"

func Exercise() {
	slow := func() int {
		time.Sleep(20 * time.Millisecond)
		return 1
	}
	go gather([]func() int{slow, slow})
	time.Sleep(100 * time.Millisecond)
}
