package outside

import "time"

func run(stop <-chan struct{}, work func()) {
	ticks := time.NewTicker(time.Millisecond)
	defer ticks.Stop()
	for {
		select {
		case <-ticks.C:
			work()
		case <-stop:
			return
		}
	}
}
