package good

type request struct {
	answer chan int
}

// Serve is given requests from elsewhere.
func Serve(requests <-chan *request) {
	for one := range requests {
		one.answer <- 1
	}
}

// Ask sends its channel away inside a message.
func Ask(requests chan<- *request) int {
	one := &request{answer: make(chan int)}
	requests <- one
	return <-one.answer
}
