//proof:none to unlock what is not locked leaves nothing to be seen
package ledger

import (
	"errors"
	"runtime"
)

// Post writes an entry.
func Post(amount int) error {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if amount == 0 {
		runtime.UnlockOSThread() // want "Post unlocks its thread more often than it locks it"
		return errors.New("nothing to post")
	}
	return nil
}
