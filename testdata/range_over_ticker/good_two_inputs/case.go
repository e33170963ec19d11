package good

import "time"

// Gather flushes by the clock, and ends with its input.
func Gather(in <-chan int, flush func([]int)) (stop func()) {
	ticker := time.NewTicker(time.Millisecond)
	go func() {
		var batch []int
		for {
			select {
			case <-ticker.C:
				flush(batch)
				batch = nil
			case n, ok := <-in:
				if !ok {
					return
				}
				batch = append(batch, n)
			}
		}
	}()
	return ticker.Stop
}
