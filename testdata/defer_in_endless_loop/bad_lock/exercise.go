package lock

import (
	"runtime"

	"golintsched.test/cases/prove"
)

func Exercise() {
	ended := make(chan struct{})
	entries := []*entry{{}, {}, {}}
	turn := 0
	r := &refresher{next: func() *entry {
		if turn == len(entries) {
			for _, e := range entries {
				if !e.mu.TryLock() {
					prove.Count("locks held", 1)
				} else {
					e.mu.Unlock()
				}
			}
			runtime.Goexit()
		}
		turn++
		return entries[turn-1]
	}}
	go func() {
		defer close(ended)
		r.run()
	}()
	<-ended
}
