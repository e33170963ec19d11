package relay

import (
	"log"
	"runtime"
)

// Relay passes numbers on.
func Relay(in <-chan int, out chan<- int) {
	go func() {
		runtime.LockOSThread() // want "held for ever"
		defer runtime.UnlockOSThread()
		for {
			n := <-in
			if n < 0 {
				log.Fatalf("impossible number %d", n)
			}
			out <- n
		}
	}()
}
