package inputends

// The loop ends when the input does.
func read(next func() (int, bool), open func() func()) (sum int) {
	for {
		n, more := next()
		if !more {
			break
		}
		defer open()()
		sum += n
	}
	return sum
}
