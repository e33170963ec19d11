package firstturn

// copyAll tells the receiver the size of the first packet.
func copyAll(next func() int, take func(size int)) {
	size := make(chan int)
	go func() {
		defer close(size)
		i := 0
		for {
			i += 1
			n := next()
			if n == 0 {
				break
			}
			if i == 1 {
				size <- n
			}
		}
	}()
	go func() {
		take(<-size)
	}()
}

// first sends the first of the packets only.
func first(packets []int, take func(size int)) {
	size := make(chan int)
	go func() {
		for i, n := range packets {
			if i != 0 {
				continue
			}
			size <- n
		}
		close(size)
	}()
	take(<-size)
}

// third sends the third of the packets only.
func third(packets []int, take func(size int)) {
	size := make(chan int)
	go func() {
		defer close(size)
		for i := 0; i < len(packets); i++ {
			if i == 3 {
				size <- packets[i]
			}
		}
	}()
	take(<-size)
}
