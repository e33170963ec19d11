package plugin

import "runtime"

// Host calls into a plugin that is not safe on several threads.
type Host struct{ depth int }

func (h *Host) enter() {
	runtime.LockOSThread()
	h.depth++
}

func (h *Host) leave() {
	h.depth--
	runtime.UnlockOSThread()
}

// Call calls f inside.
func (h *Host) Call(f func() bool) bool {
	h.enter()
	defer h.leave()
	return f()
}

// Try calls f only if it is there.
func (h *Host) Try(f func() bool) bool {
	h.enter()
	if f == nil {
		h.leave()
		return false
	}
	ok := f()
	h.leave()
	return ok
}
