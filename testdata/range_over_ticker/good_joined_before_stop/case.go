package good

import "time"

// Watch waits until the condition holds, and counts what comes in meanwhile.
func Watch(in <-chan int, holds func() bool) (count int) {
	ticker := time.NewTicker(time.Millisecond)
	defer ticker.Stop()
	done := make(chan struct{})
	go func() {
		defer close(done)
		for {
			select {
			case <-in:
				count++
			case <-ticker.C:
				if holds() {
					return
				}
			}
		}
	}()
	<-done
	return count
}
