package good

import "time"

// Poll keeps a timer that runs only while somebody waits.
func Poll(join, leave <-chan int, expire func()) {
	timer := time.NewTimer(time.Hour)
	waiting, running := 0, true
	for {
		select {
		case n, ok := <-join:
			if !ok {
				return
			}
			waiting += n
		case n := <-leave:
			waiting -= n
			if waiting == 0 && running {
				if !timer.Stop() {
					<-timer.C
				}
				running = false
			}
		case <-timer.C:
			running = false
			expire()
		}
	}
}
