package good

// Twice waits until the goroutine has made room.
func Twice() {
	ch := make(chan int, 1)
	ch <- 1
	go func() { <-ch }()
	ch <- 2
}
