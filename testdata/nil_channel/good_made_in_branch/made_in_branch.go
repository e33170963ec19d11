package madeinbranch

func run(parallel bool, tasks []func() int) int {
	var results chan int
	if parallel {
		results = make(chan int, len(tasks))
	}
	sum := 0
	for _, task := range tasks {
		if parallel {
			go func() { results <- task() }()
		} else {
			sum += task()
		}
	}
	if parallel {
		for range tasks {
			sum += <-results
		}
	}
	return sum
}
