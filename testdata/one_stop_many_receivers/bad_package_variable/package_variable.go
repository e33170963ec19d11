package packagevariable

import "sync/atomic"

var (
	shutdown = make(chan struct{})
	beats    atomic.Int64
)

func beat(tick <-chan int) {
	for {
		select { // want "`shutdown <- …` is sent once"
		case <-tick:
			beats.Add(1)
		case <-shutdown:
			return
		}
	}
}

func run(ticks []chan int, work func()) {
	for _, tick := range ticks {
		go beat(tick)
	}
	work()
	shutdown <- struct{}{}
}
