package closeincase

import "time"

func Exercise() {
	collect(4, 5*time.Millisecond)
	time.Sleep(100 * time.Millisecond)
}

func collect(n int, limit time.Duration) (sum int) {
	vals := make(chan int)
	go func() {
		for i := range n {
			time.Sleep(3 * time.Millisecond)
			vals <- i // want "this send on `vals` panics"
		}
	}()
	late := time.After(limit)
	for range n {
		select {
		case v := <-vals:
			sum += v
		case <-late:
			close(vals)
			return sum
		}
	}
	return sum
}
