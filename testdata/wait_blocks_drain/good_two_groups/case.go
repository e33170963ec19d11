package good

import "sync"

// Pipe squares the numbers and adds them up; each stage closes what the next one reads.
func Pipe(numbers []int) (sum int) {
	squares := make(chan int)
	var producers, consumers sync.WaitGroup
	consumers.Add(1)
	go func() {
		defer consumers.Done()
		for square := range squares {
			sum += square
		}
	}()
	for _, number := range numbers {
		producers.Add(1)
		go func() {
			defer producers.Done()
			squares <- number * number
		}()
	}
	producers.Wait()
	close(squares)
	consumers.Wait()
	return sum
}
