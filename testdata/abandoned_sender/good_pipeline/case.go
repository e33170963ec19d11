package good

import "sync"

func numbers(n int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := range n {
			out <- i
		}
	}()
	return out
}

func double(in <-chan int) <-chan int {
	out := make(chan int)
	var group sync.WaitGroup
	for range 3 {
		group.Add(1)
		go func() {
			defer group.Done()
			for i := range in {
				out <- 2 * i
			}
		}()
	}
	go func() {
		group.Wait()
		close(out)
	}()
	return out
}

// Total takes everything out of both stages.
func Total(n int) int {
	total := 0
	for i := range double(numbers(n)) {
		total += i
	}
	return total
}
