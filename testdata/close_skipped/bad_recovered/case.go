package recovered

import "log"

func Map(values []int, apply func(int) int) []int {
	out := make(chan int)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				log.Print("worker failed: ", r)
			}
		}()
		for _, v := range values {
			out <- apply(v)
		}
		close(out)
	}()
	var mapped []int
	for v := range out { // want "out"
		mapped = append(mapped, v)
	}
	return mapped
}

func Exercise() {
	log.SetFlags(0)
	go Map([]int{1, 0}, func(v int) int { return 1 / v })
}
