package literalloop

import "time"

func Exercise() {
	put, stop := start(func(n int) []int { return []int{n - 1} })
	go put(2)
	time.Sleep(20 * time.Millisecond)
	stop()
	time.Sleep(20 * time.Millisecond)
}

func start(expand func(int) []int) (put func(int), stop func()) {
	todo, over := make(chan int), make(chan struct{})
	go func() {
		for {
			select {
			case n := <-todo:
				for _, each := range expand(n) {
					todo <- each // want "the loop that receives from `todo` sends on it"
				}
			case <-over:
				return
			}
		}
	}()
	put = func(n int) {
		select {
		case todo <- n:
		case <-over:
		}
	}
	return put, func() { close(over) }
}
