package twoloopsfeed

import "time"

func Exercise() {
	put, stop := start(func(n int) int { return n - 1 })
	put(2)
	time.Sleep(20 * time.Millisecond)
	stop()
	time.Sleep(20 * time.Millisecond)
}

func start(shrink func(int) int) (put func(int), stop func()) {
	todo, over := make(chan int), make(chan struct{})
	go func() {
		for {
			select {
			case n := <-todo:
				if n > 0 {
					go func() {
						select {
						case todo <- shrink(n):
						case <-over:
						}
					}()
				}
			case <-over:
				return
			}
		}
	}()
	return func(n int) { todo <- n }, func() { close(over) }
}
