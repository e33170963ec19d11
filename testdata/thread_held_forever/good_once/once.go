//proof:none it stays until the process ends, as it should
package mainloop

import (
	"runtime"
	"sync"
)

var (
	start sync.Once
	calls = make(chan func())
)

// Call runs f on the one thread of the toolkit.
func Call(f func()) {
	start.Do(func() {
		go func() {
			runtime.LockOSThread()
			defer runtime.UnlockOSThread()
			for {
				next := <-calls
				next()
			}
		}()
	})
	calls <- f
}
