package modem

import "runtime"

// Dial dials; each branch unlocks for itself.
func Dial(number string) bool {
	runtime.LockOSThread()
	if number == "" {
		runtime.UnlockOSThread()
		return false
	}
	switch number[0] {
	case '0':
		runtime.UnlockOSThread()
	default:
		runtime.UnlockOSThread()
	}
	return true
}
