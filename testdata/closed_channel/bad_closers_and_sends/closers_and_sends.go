package closersandsends

import "time"

func Exercise() {
	total([][]int{{1, 2}, {3}, {4, 5, 6}})
}

func total(parts [][]int) (sum int) {
	out := make(chan int, 16)
	for _, part := range parts {
		go func() {
			for _, v := range part {
				out <- v
			}
			time.Sleep(5 * time.Millisecond)
			close(out) // want "this close of `out` panics where it comes a second time"
		}()
	}
	for v := range out {
		sum += v
	}
	return sum
}
