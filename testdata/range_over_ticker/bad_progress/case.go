package bad

import "time"

// Copy shows how far it is while it works.
func Copy(work, show func()) {
	ticker := time.NewTicker(time.Millisecond)
	defer ticker.Stop()
	go func() {
		for range ticker.C { // want "after `ticker.Stop\\(\\)` there is no further tick"
			show()
		}
	}()
	work()
}
