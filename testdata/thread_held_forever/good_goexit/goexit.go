package probes

import "runtime"

// Probe tries until it finds something.
func Probe(try func() bool, found func()) {
	go func() {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		for {
			if try() {
				found()
				runtime.Goexit()
			}
		}
	}()
}
