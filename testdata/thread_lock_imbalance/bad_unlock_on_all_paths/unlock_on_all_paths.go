//proof:none to unlock what is not locked leaves nothing to be seen
package compass

import "runtime"

// Heading reads the compass; only the old one needs the thread.
func Heading(old bool, read func() int) int {
	if old {
		runtime.LockOSThread()
	}
	value := read()
	runtime.UnlockOSThread() // want "Heading unlocks its thread without having locked it"
	return value
}
