package closures

import "sync"

// Balance moves the surplus of one heap to the other, from both ends.
func Balance(rounds int) (left, right int, done *sync.WaitGroup) {
	var leftMu, rightMu sync.Mutex
	done = new(sync.WaitGroup)
	done.Add(2)
	go func() {
		defer done.Done()
		for range rounds {
			leftMu.Lock()
			rightMu.Lock() // want "locks rightMu while it holds leftMu"
			left, right = left-1, right+1
			rightMu.Unlock()
			leftMu.Unlock()
		}
	}()
	go func() {
		defer done.Done()
		for range rounds {
			rightMu.Lock()
			leftMu.Lock()
			left, right = left+1, right-1
			leftMu.Unlock()
			rightMu.Unlock()
		}
	}()
	return 0, 0, done
}
