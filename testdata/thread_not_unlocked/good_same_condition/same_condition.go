package gpu

import "runtime"

// Options tell how to draw.
type Options struct{ ownThread bool }

// Draw draws n triangles.
func Draw(o *Options, n int) int {
	if o.ownThread {
		runtime.LockOSThread()
	}
	drawn := 0
	for drawn < n {
		drawn++
	}
	if o.ownThread {
		runtime.UnlockOSThread()
	}
	return drawn
}
