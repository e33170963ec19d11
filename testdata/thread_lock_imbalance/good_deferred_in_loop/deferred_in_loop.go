package retry

import "runtime"

// Do tries again; every try nests and is undone at the end.
func Do(tries int, f func() bool) bool {
	for range tries {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		if f() {
			return true
		}
	}
	return false
}
