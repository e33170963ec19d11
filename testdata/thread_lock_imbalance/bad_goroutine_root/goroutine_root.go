package stats

import (
	"runtime"
	"sync"
)

// Counter counts in the background.
type Counter struct {
	wg   sync.WaitGroup
	stop chan bool
}

// Start counts until Stop.
func (c *Counter) Start() {
	c.wg.Add(1)
	go func() {
		defer c.wg.Done()
		runtime.LockOSThread()
		runtime.LockOSThread() // want "second lock in the function literal"
		defer runtime.UnlockOSThread()
		<-c.stop
	}()
}
