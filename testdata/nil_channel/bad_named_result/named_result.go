package namedresult

// ticks returns a channel of numbers that somebody forgot to make.
func ticks(n int) (out chan int) {
	go func() {
		defer close(out)
		for i := range n {
			out <- i // want "`out` is nil"
		}
	}()
	return
}
