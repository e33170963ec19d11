package display

import "runtime"

func grab() { runtime.LockOSThread() }
func drop() { runtime.UnlockOSThread() }
