package helper

func count(words []string, results chan<- int) {
	for _, word := range words {
		results <- len(word) // want "`results` .`sizes` of its caller. is nil"
	}
}

func total(words []string) int {
	var sizes chan int
	go count(words, sizes)
	sum := 0
	for range words {
		sum += <-sizes
	}
	return sum
}
