package expire

import "time"

type table struct {
	quit   chan struct{}
	expire func()
}

func (t *table) start() {
	go func() {
		tick := time.Tick(time.Hour) // want "the ticker of `time.Tick` cannot be stopped, and the function literal returns"
		for {
			select {
			case <-tick:
				t.expire()
			case <-t.quit:
				return
			}
		}
	}()
}
