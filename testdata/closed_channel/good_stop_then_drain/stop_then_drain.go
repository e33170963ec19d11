package stopthendrain

// first takes one value and lets the producer end before the channel is closed.
func first(produce func() int) int {
	values := make(chan int)
	stop := make(chan struct{})
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for {
			select {
			case values <- produce():
			case <-stop:
				return
			}
		}
	}()
	v := <-values
	close(stop)
	<-ended
	close(values)
	return v
}
