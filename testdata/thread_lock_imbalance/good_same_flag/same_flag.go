package video

import "runtime"

// Decode decodes frames.
func Decode(frames int, hardware bool) int {
	locked := false
	if hardware && frames > 0 {
		runtime.LockOSThread()
		locked = true
	}
	total := 0
	for i := range frames {
		total += i
	}
	if locked {
		runtime.UnlockOSThread()
	}
	return total
}
