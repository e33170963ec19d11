package good

// Exercise plays it.
func Exercise() {
	q := &Queue{items: make(chan int, 4)}
	q.Put(1)
	q.Put(2)
	q.Close()
}
