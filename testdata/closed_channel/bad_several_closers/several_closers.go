package severalclosers

func squares(numbers []int) []int {
	results := make(chan int, 2*len(numbers))
	done := make(chan struct{})
	for _, n := range numbers {
		go func() {
			results <- n * n
			close(done) // want "this close of `done` panics where it comes a second time"
		}()
	}
	<-done
	var all []int
	for len(results) > 0 {
		all = append(all, <-results)
	}
	return all
}
