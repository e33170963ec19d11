package receiverpolls

import (
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	s := start(5 * time.Millisecond)
	s.dirty.Store(true)
	s.hurry()
	time.Sleep(100 * time.Millisecond)
	if s.dirty.Load() {
		prove.Count("changes not saved", 1)
	}
	prove.Count("changes not saved", 0)
	close(s.quit)
}
