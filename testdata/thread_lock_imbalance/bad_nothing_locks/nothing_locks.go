//proof:none to unlock what is not locked leaves nothing to be seen
package convert

import "runtime"

// Convert converts a value; the lock at its beginning has gone.
func Convert(n int) int {
	defer runtime.UnlockOSThread() // want "Convert unlocks its thread without having locked it"
	return n << 1
}
