package runelsewhere

import (
	"sync"
	"time"
)

// both waits for two timers: each is set by a goroutine that the package of timers is given to run.
func both(after time.Duration, do func()) {
	var set, done sync.WaitGroup
	for i := 0; i < 2; i++ {
		set.Add(1)
		done.Add(1)
		go time.AfterFunc(after, func() {
			set.Done()
			do()
			done.Done()
		})
	}
	set.Wait()
	done.Wait()
}
