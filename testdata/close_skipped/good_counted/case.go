package counted

// Sum takes as many as were started; nobody waits for the close behind it.
func Sum(parts [][]int) int {
	sums := make(chan int, len(parts))
	for _, part := range parts {
		go add(part, sums)
	}
	total := 0
	for i := len(parts); i > 0; i-- {
		total += <-sums
	}
	close(sums)
	return total
}

func add(part []int, sums chan int) {
	total := 0
	for _, n := range part {
		total += n
	}
	if sums != nil {
		sums <- total
	}
}

func Exercise() {
	Sum([][]int{{1, 2}, {3}})
}
