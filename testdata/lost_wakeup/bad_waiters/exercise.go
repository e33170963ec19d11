package waiters

import (
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	b := &bus{}
	w := b.register("news")
	b.publish("news")
	giveUp := make(chan struct{})
	time.AfterFunc(50*time.Millisecond, func() { close(giveUp) })
	if !w.wait(giveUp) {
		prove.Count("waits for what was published", 1)
	}
}
