package helpergivesup

import "time"

func next(digits <-chan int, limit time.Duration) (int, bool) {
	select {
	case d := <-digits:
		return d, true
	case <-time.After(limit):
		return 0, false
	}
}

// total adds up what comes in time.
func total(produce func(int) int) (sum int) {
	digits := make(chan int)
	go func() {
		for i := range 3 {
			digits <- produce(i) // want "once total has returned, nobody receives"
		}
	}()
	for range 3 {
		d, ok := next(digits, 5*time.Millisecond)
		if !ok {
			return sum
		}
		sum += d
	}
	return sum
}
