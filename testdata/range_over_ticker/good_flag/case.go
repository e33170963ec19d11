package good

import (
	"sync/atomic"
	"time"
)

// Copy shows how far it is while it works; the last tick finds the flag set.
func Copy(work, show func()) {
	var done atomic.Bool
	ticker := time.NewTicker(time.Millisecond)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for range ticker.C {
			if done.Load() {
				return
			}
			show()
		}
	}()
	work()
	done.Store(true)
	<-ended
	ticker.Stop()
}
