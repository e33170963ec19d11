package negativelast

func Exercise() {
	total([]int{3, 4})
}

const end = -7

func total(sizes []int) (sum int) {
	counts := make(chan int)
	go func() {
		for _, size := range sizes {
			counts <- size
		}
		counts <- -1
	}()
	for n := range counts {
		if n < 0 {
			break
		}
		sum += n
	}
	marks := make(chan int)
	go func() {
		for _, size := range sizes {
			marks <- size
		}
		marks <- end
	}()
	for {
		n := <-marks
		if n == end {
			return sum
		}
		sum -= n
	}
}
