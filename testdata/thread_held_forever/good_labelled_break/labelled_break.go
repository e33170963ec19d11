package reader

import (
	"errors"
	"runtime"
)

var errEnd = errors.New("end")

// Read reads until its source ends.
func Read(read func() (int, error)) <-chan int {
	out := make(chan int, 16)
	go func() {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		defer close(out)
	reading:
		for {
			n, err := read()
			switch {
			case errors.Is(err, errEnd):
				break reading
			case err != nil:
				continue
			}
			out <- n
		}
	}()
	return out
}
