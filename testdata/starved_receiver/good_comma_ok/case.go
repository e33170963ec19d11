package good

// Sum stops at the close.
func Sum(all []int) (total int) {
	numbers := make(chan int)
	go func() {
		for _, one := range all {
			numbers <- one
		}
		close(numbers)
	}()
	for {
		one, ok := <-numbers
		if !ok {
			return total
		}
		total += one
	}
}
