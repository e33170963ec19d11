package keeper

import (
	"runtime"
	"sync"
)

// Keep holds n threads, so that signals find one.
func Keep(n int) {
	var ready sync.WaitGroup
	for range n {
		ready.Add(1)
		go func() {
			runtime.LockOSThread() // want "held for ever"
			ready.Done()
			select {}
		}()
	}
	ready.Wait()
}
