package bad

// Numbers yields the numbers below n.
func Numbers(n int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := 0; i < n; i++ {
			out <- i // want "once Find has returned, nobody receives what it sends on `out`"
		}
	}()
	return out
}

// Find looks for the first number that fits and forgets the rest.
func Find(n int, fits func(int) bool) int {
	for i := range Numbers(n) {
		if fits(i) {
			return i
		}
	}
	return -1
}

// Sum takes them all.
func Sum(n int) int {
	total := 0
	for i := range Numbers(n) {
		total += i
	}
	return total
}
