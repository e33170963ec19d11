package opengl

import (
	"errors"
	"runtime"
)

type window struct{ title string }

// lockThread binds the goroutine to its thread until unlockThread.
func lockThread() { runtime.LockOSThread() }

func unlockThread() { runtime.UnlockOSThread() }

// Resize changes the window's size.
func (w *window) Resize(width, height int) error {
	lockThread() // want "Resize locks .* can return without unlocking"
	if width <= 0 || height <= 0 {
		return errors.New("no area")
	}
	w.title += "*"
	unlockThread()
	return nil
}

// Rename changes the window's title.
func (w *window) Rename(title string) {
	lockThread()
	defer unlockThread()
	w.title = title
}
