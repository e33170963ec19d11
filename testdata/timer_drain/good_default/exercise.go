package good

// Exercise plays it.
func Exercise() {
	in, flushed := make(chan int), make(chan struct{}, 1)
	go Gather(in, func([]int) {
		select {
		case flushed <- struct{}{}:
		default:
		}
	})
	<-flushed
	close(in)
}
