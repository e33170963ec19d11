package good

import "time"

// Gather flushes what comes in, after a while at the latest.
func Gather(in <-chan int, flush func([]int)) {
	timer := time.NewTimer(time.Hour)
	var batch []int
	for {
		select {
		case <-timer.C:
			flush(batch)
			batch = nil
		case n, ok := <-in:
			if !ok {
				return
			}
			batch = append(batch, n)
			if !timer.Stop() {
				<-timer.C
			}
		}
		timer.Reset(time.Hour)
	}
}
