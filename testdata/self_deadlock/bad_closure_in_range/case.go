package bad

// Visit walks a tree of numbers through a queue that it feeds itself.
func Visit(root int) {
	queue := make(chan int)
	push := func(number int) {
		queue <- number // want "waits for itself"
	}
	go func() {
		for number := range queue {
			if number > 0 {
				push(number - 1)
			}
		}
	}()
	push(root)
}
