package nextturn

func Exercise() {
	q := &queue{items: make(chan int), done: make(chan struct{})}
	go q.loop()
	q.Close()
}
