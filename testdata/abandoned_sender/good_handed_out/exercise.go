package good

// Exercise plays it.
func Exercise() {
	requests := make(chan *request)
	defer close(requests)
	go Serve(requests)
	Ask(requests)
}
