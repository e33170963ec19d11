package lastonecloses

import "sync/atomic"

func fan(tasks []func() int) int {
	out := make(chan int)
	var left atomic.Int32
	left.Store(int32(len(tasks)))
	for _, task := range tasks {
		go func() {
			out <- task()
			if left.Add(-1) == 0 {
				close(out)
			}
		}()
	}
	sum := 0
	for v := range out {
		sum += v
	}
	return sum
}
