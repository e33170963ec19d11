package turnbeginsanew

// sample sends the first packet of every ten.
func sample(packets []int, take func(size int)) {
	size := make(chan int)
	go func() {
		i := 0
		for _, n := range packets {
			i++
			if i == 1 {
				size <- n // want "goroutine never ends"
			}
			if i == 10 {
				i = 0
			}
		}
	}()
	take(<-size)
}

// rows sends the first packet of every row.
func rows(table [][]int, take func(size int)) {
	size := make(chan int)
	go func() {
		for _, row := range table {
			for i, n := range row {
				if i == 0 {
					size <- n // want "goroutine never ends"
				}
			}
		}
	}()
	take(<-size)
}
