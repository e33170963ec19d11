package recovers

// trySend tells whether the channel was still open.
func trySend(out chan int, v int) (sent bool) {
	defer func() {
		if recover() != nil {
			sent = false
		}
	}()
	out <- v
	return true
}

func race() bool {
	out := make(chan int, 1)
	close(out)
	return trySend(out, 1)
}
