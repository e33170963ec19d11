package bad

// Sum expects an answer for every number, but negative ones get none.
func Sum(numbers []int) int {
	squares := make(chan int)
	for _, number := range numbers {
		go func() {
			if number < 0 {
				return
			}
			squares <- number * number
		}()
	}
	total := 0
	for range numbers {
		total += <-squares // want "can leave without sending"
	}
	return total
}
