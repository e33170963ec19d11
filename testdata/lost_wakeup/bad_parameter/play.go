package parameter

import (
	"sync/atomic"
	"time"
)

func play(steps int, each time.Duration) int {
	next := make(chan struct{})
	var taken atomic.Int64
	go dance(next, &taken, each)
	for range steps {
		hint(next)
	}
	time.Sleep(time.Duration(steps+1) * each)
	return int(taken.Load())
}

func hint(next chan<- struct{}) {
	select {
	case next <- struct{}{}: // want "`next` has no buffer"
	default:
		return
	}
}

func dance(next <-chan struct{}, taken *atomic.Int64, each time.Duration) {
	for {
		<-next
		taken.Add(1)
		time.Sleep(each)
	}
}
