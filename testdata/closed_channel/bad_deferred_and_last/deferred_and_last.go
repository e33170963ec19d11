package deferredandlast

func Exercise() {
	for range pages(3) {
	}
}

func pages(total int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out) // want "this deferred close of `out` panics where the function has closed it before"
		for page := 1; ; page++ {
			out <- page
			if page == total {
				close(out)
				return // blocks here
			}
		}
	}()
	return out
}
