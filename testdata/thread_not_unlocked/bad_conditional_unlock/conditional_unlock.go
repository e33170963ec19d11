package renderer

import "runtime"

// Frame is one picture.
type Frame struct {
	dirty  bool
	shared bool
}

// Render draws a frame; shared contexts need the thread.
func Render(f *Frame) {
	if f.shared {
		runtime.LockOSThread() // want "Render locks .* can return without unlocking"
	}
	paint(f)
	if f.dirty {
		runtime.UnlockOSThread()
	}
}

func paint(f *Frame) {
	if f.shared {
		f.dirty = false
	}
}
