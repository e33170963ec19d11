package phases

import "sync"

// Merge fills both halves, waits for that, and only then takes the locks the other way round.
func Merge(values []int) int {
	var oddMu, evenMu sync.Mutex
	var odd, even []int
	var fill sync.WaitGroup
	for _, v := range values {
		fill.Add(1)
		go func() {
			defer fill.Done()
			oddMu.Lock()
			defer oddMu.Unlock()
			if v%2 == 1 {
				odd = append(odd, v)
				return
			}
			evenMu.Lock()
			even = append(even, v)
			evenMu.Unlock()
		}()
	}
	fill.Wait()
	evenMu.Lock()
	defer evenMu.Unlock()
	oddMu.Lock()
	defer oddMu.Unlock()
	return len(odd) - len(even)
}
