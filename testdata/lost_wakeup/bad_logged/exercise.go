package logged

import (
	"io"
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	f := newFlusher(io.Discard)
	f.Request()
	go f.loop()
	time.Sleep(50 * time.Millisecond)
	prove.Count("flushes that did not happen", int(1-f.flushes.Load()))
}
