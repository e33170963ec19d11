package closedchannel

// The range ends when the channel is closed.
func drain(n int, open func() func()) {
	items := make(chan int)
	go func() {
		defer close(items)
		for i := range n {
			items <- i
		}
	}()
	for range items {
		defer open()()
	}
}
