package good

import "time"

// Gather notes whether it has taken the tick, and leaves the timer alone then.
func Gather(in <-chan int, flush func([]int)) {
	timer := time.NewTimer(time.Millisecond)
	var batch []int
	fired := false
	for {
		select {
		case <-timer.C:
			flush(batch)
			batch = nil
			fired = true
		case n, ok := <-in:
			if !ok {
				return
			}
			batch = append(batch, n)
		}
		if fired {
			fired = false
			timer = time.NewTimer(time.Hour)
			continue
		}
		if stopped := timer.Stop(); !stopped {
			<-timer.C
		}
		timer.Reset(time.Hour)
	}
}
