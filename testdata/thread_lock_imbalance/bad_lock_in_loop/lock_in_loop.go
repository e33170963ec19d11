package packets

import "runtime"

// Process handles packets and then lets the thread go, it thinks.
func Process(packets []string) int {
	handled := 0
	for _, p := range packets {
		runtime.LockOSThread() // want "second lock in Process"
		if p == "" {
			continue
		}
		handled++
	}
	runtime.UnlockOSThread()
	return handled
}
