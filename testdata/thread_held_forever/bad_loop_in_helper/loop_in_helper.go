package poller

import (
	"runtime"
	"time"
)

type poller struct {
	interval time.Duration
	seen     int
}

// Start polls in the background.
func Start(interval time.Duration) {
	p := &poller{interval: interval}
	go func() {
		runtime.LockOSThread() // want "held for ever"
		p.loop()
		runtime.UnlockOSThread()
	}()
}

func (p *poller) loop() {
	for {
		p.seen++
		time.Sleep(p.interval)
	}
}
