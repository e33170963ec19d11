package capture

import (
	"errors"
	"fmt"
	"runtime"
	"time"
)

// Listen captures from a device; it tells whether that could be started.
func Listen(device string, frames func(int)) error {
	started := make(chan error, 1)
	go capture(device, frames, started)
	return <-started
}

func capture(device string, frames func(int), started chan<- error) {
	runtime.LockOSThread() // want "the goroutine of capture"
	defer runtime.UnlockOSThread()
	if device == "" {
		started <- errors.New("no device")
		return
	}
	started <- nil
	for n := 0; ; n++ {
		if n%100 == 99 {
			fmt.Print("")
			continue
		}
		frames(n)
		time.Sleep(time.Millisecond)
	}
}
